package io.sluice.mapping;

/** A row of the database that is not what the mapping says: of an unknown kind, of another, or one too many. */
public final class UnfitRowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnfitRowException(String message) {
        super(message);
    }
}
