package io.sluice.engine;

import org.jspecify.annotations.Nullable;

/** Transactions that ran at a time could not be put in an order. Run it again: {@code inTransaction(options -> options.retries(…), …)}. */
public final class SerializationFailureException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    SerializationFailureException(String message, @Nullable String sqlState, @Nullable String sql) {
        super(message, sqlState, sql);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
