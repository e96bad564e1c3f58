package io.sluice.engine;

import org.jspecify.annotations.Nullable;

/** The statement was stopped on the server, by an administrator or by a timeout that the server keeps. */
public final class StatementCancelledException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    StatementCancelledException(String message, @Nullable String sqlState, @Nullable String sql) {
        super(message, sqlState, sql);
    }
}
