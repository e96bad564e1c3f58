package io.sluice.engine;

import org.jspecify.annotations.Nullable;

/** A column that must have a value got none. */
public final class NotNullViolationException extends ConstraintViolationException {
    private static final long serialVersionUID = 1L;

    NotNullViolationException(String message, @Nullable String sqlState, @Nullable String sql, Violated violated) {
        super(message, sqlState, sql, violated);
    }
}
