package io.sluice.sql;

/** NULL where a result cannot hold it: a stream has no place for it, a primitive has no value for it. */
public final class NullResultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NullResultException(String message) {
        super(message);
    }
}
