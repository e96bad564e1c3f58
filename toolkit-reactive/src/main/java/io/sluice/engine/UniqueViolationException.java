package io.sluice.engine;

import org.jspecify.annotations.Nullable;

/** A row with the same unique key is there already. */
public final class UniqueViolationException extends ConstraintViolationException {
    private static final long serialVersionUID = 1L;

    UniqueViolationException(String message, @Nullable String sqlState, @Nullable String sql, Violated violated) {
        super(message, sqlState, sql, violated);
    }
}
