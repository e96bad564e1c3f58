package io.sluice.engine;

/** Two uses of one connection that cannot be one after the other, such as a statement under a stream that is being read. */
public final class OverlapException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OverlapException(String message) {
        super(message);
    }

    /** Of two calls of one session. */
    public static OverlapException inSession(String second, String first) {
        return new OverlapException(
                "a session does one thing at a time: %s, while it is at %s; put one after the other, or use a session for each"
                        .formatted(second, first));
    }

    static OverlapException endUnderStream(String end, String stream) {
        return new OverlapException(
                "a stream is open in this transaction, and %s would end it for its reader, who is at %s; read it to its end first, or collect it with list()"
                        .formatted(end, stream));
    }

    static OverlapException underStream(String statement, String stream) {
        return new OverlapException(
                "a stream is open on this connection, and a statement would wait for its reader: %s, while reading %s; collect the stream with list(), or run one of them on the engine"
                        .formatted(statement, stream));
    }
}
