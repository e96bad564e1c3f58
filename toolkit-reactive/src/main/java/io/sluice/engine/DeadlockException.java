package io.sluice.engine;

import org.jspecify.annotations.Nullable;

/** Transactions waited for each other, and this one was chosen to give way. Run it again: {@code inTransaction(options -> options.retries(…), …)}. */
public final class DeadlockException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    DeadlockException(String message, @Nullable String sqlState, @Nullable String sql) {
        super(message, sqlState, sql);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
