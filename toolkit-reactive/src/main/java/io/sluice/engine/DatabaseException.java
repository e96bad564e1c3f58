package io.sluice.engine;

import org.jspecify.annotations.Nullable;

/**
 * What the database answered instead of a result. The driver's own words are left out, because they may quote values.
 * Its subclasses say what happened; what none of them says has its SQLSTATE.
 */
public class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String sqlState;
    private final @Nullable String sql;

    DatabaseException(String message, @Nullable String sqlState, @Nullable String sql) {
        super(message);
        this.sqlState = sqlState;
        this.sql = sql;
    }

    /** The code that SQL gives the error, such as {@code 23505} for a unique key that is there already. */
    public @Nullable String sqlState() {
        return sqlState;
    }

    /** The statement, without its values. */
    public @Nullable String sql() {
        return sql;
    }

    /** Whether the same transaction, run again from its beginning, may succeed. */
    public boolean isRetryable() {
        return false;
    }
}
