package io.sluice.engine;

import org.jspecify.annotations.Nullable;

/** A row for which a check constraint does not hold. */
public final class CheckViolationException extends ConstraintViolationException {
    private static final long serialVersionUID = 1L;

    CheckViolationException(String message, @Nullable String sqlState, @Nullable String sql, Violated violated) {
        super(message, sqlState, sql, violated);
    }
}
