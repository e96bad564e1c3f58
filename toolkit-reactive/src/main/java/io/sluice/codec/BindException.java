package io.sluice.codec;

/** A value that the database would refuse, or keep as another one. The message says why and what to do, and not the value. */
public final class BindException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BindException(String message) {
        super(message);
    }
}
