package io.sluice.engine;

import org.jspecify.annotations.Nullable;

/** A row that an exclusion constraint keeps out, because of one that is there. */
public final class ExclusionViolationException extends ConstraintViolationException {
    private static final long serialVersionUID = 1L;

    ExclusionViolationException(String message, @Nullable String sqlState, @Nullable String sql, Violated violated) {
        super(message, sqlState, sql, violated);
    }
}
