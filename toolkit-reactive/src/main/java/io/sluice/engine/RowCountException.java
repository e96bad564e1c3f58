package io.sluice.engine;

/** More or fewer rows than a method of {@link Result} promises. */
public final class RowCountException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What a method that promises one row says of another number of them. */
    public static RowCountException notOne(String method, int rows) {
        return rows == 0
                ? new RowCountException(
                        "%s(): the query gave no row, and one was expected; use oneOrEmpty()".formatted(method))
                : new RowCountException("%s(): the query gave several rows, and %s was expected; use first() or all()"
                        .formatted(method, method.equals("one") ? "one" : "at most one"));
    }

    RowCountException(String message) {
        super(message);
    }
}
