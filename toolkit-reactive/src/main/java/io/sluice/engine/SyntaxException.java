package io.sluice.engine;

import org.jspecify.annotations.Nullable;

/** The database does not understand the SQL, or does not allow it. */
public final class SyntaxException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    SyntaxException(String message, @Nullable String sqlState, @Nullable String sql) {
        super(message, sqlState, sql);
    }
}
