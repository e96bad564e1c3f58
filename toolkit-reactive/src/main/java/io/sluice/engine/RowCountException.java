package io.sluice.engine;

/** More or fewer rows than a method of {@link Result} promises. */
public final class RowCountException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RowCountException(String message) {
        super(message);
    }
}
