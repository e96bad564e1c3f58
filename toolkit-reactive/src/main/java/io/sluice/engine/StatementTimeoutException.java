package io.sluice.engine;

/** A statement did not end within the timeout that it was given, and was stopped. */
public final class StatementTimeoutException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    StatementTimeoutException(String message) {
        super(message, null, null);
    }
}
