package io.sluice.engine;

import org.jspecify.annotations.Nullable;

/** A row or table is locked by somebody else, and waiting for it was not wanted or took too long. */
public final class LockTimeoutException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    LockTimeoutException(String message, @Nullable String sqlState, @Nullable String sql) {
        super(message, sqlState, sql);
    }
}
