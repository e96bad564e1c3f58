package io.sluice.engine;

import org.jspecify.annotations.Nullable;

/** A row refers to one that is not there, or is still referred to. */
public final class ForeignKeyViolationException extends ConstraintViolationException {
    private static final long serialVersionUID = 1L;

    ForeignKeyViolationException(String message, @Nullable String sqlState, @Nullable String sql, Violated violated) {
        super(message, sqlState, sql, violated);
    }
}
