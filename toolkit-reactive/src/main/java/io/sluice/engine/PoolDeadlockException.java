package io.sluice.engine;

/** Everybody who has a connection waits for a second one of the same pool, so nobody would ever get it. */
public final class PoolDeadlockException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    PoolDeadlockException(String message) {
        super(message, null, null);
    }
}
