package io.sluice.engine;

/** No connection was free in time. */
public final class PoolTimeoutException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    PoolTimeoutException(String message) {
        super(message, null, null);
    }
}
