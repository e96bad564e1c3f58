package io.sluice.engine;

import org.jspecify.annotations.Nullable;

/** Transactions that ran at a time could not be put in an order. Run it again: {@code inTransaction(options -> options.retries(…), …)}. */
public final class SerializationFailureException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    SerializationFailureException(String message, @Nullable String sqlState, @Nullable String sql) {
        super(message, sqlState, sql);
    }

    static SerializationFailureException undone(@Nullable String sqlState, String sql) {
        return new SerializationFailureException(
                "the database has undone the whole transaction because a statement in it failed [%s], and it cannot go on; run it again from its beginning; statement: %s"
                        .formatted(sqlState, sql),
                sqlState,
                sql);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
