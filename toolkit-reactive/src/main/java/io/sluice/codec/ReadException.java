package io.sluice.codec;

/** A column that does not hold what the statement declared; reading it anyway would give a wrong value. */
public final class ReadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReadException(String message) {
        super(message);
    }

    /** The same about a column of this name. */
    public ReadException of(String column) {
        var named = new ReadException("column %s cannot be read: %s".formatted(column, getMessage()));
        named.setStackTrace(getStackTrace());
        return named;
    }
}
