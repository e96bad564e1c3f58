package io.sluice.engine;

/** Two uses of one connection that cannot be one after the other, such as a statement under a stream that is being read. */
public final class OverlapException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OverlapException(String message) {
        super(message);
    }

    static OverlapException underStream(String statement, String stream) {
        return new OverlapException(
                "a stream is open on this connection, and a statement would wait for its reader: %s, while reading %s; collect the stream with list(), or run one of them on the engine"
                        .formatted(statement, stream));
    }
}
