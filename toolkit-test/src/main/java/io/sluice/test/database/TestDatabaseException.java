package io.sluice.test.database;

import org.jspecify.annotations.Nullable;

/** A database for tests could not be had; the message says what to do. */
public final class TestDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TestDatabaseException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
