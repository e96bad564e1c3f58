package io.sluice.sql;

/** A statement that cannot be meant, or that a database cannot say; the message tells what to write instead. */
public final class StatementException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StatementException(String message) {
        super(message);
    }
}
