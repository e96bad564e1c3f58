package io.sluice.engine;

import org.jspecify.annotations.Nullable;

/** The SQL names a table, column, function or other thing that is not there. */
public final class UndefinedObjectException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    UndefinedObjectException(String message, @Nullable String sqlState, @Nullable String sql) {
        super(message, sqlState, sql);
    }
}
