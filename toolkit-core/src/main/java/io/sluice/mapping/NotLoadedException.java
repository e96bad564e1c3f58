package io.sluice.mapping;

/** A relation or a column was read that nobody had loaded; reading it now would have to block. */
public final class NotLoadedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NotLoadedException(String message) {
        super(message);
    }
}
