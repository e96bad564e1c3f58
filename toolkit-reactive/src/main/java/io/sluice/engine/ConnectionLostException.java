package io.sluice.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The connection is gone, or had to be closed. What ran on it was not committed, unless the message says that nobody knows. */
public final class ConnectionLostException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    ConnectionLostException(String message, @Nullable String sqlState, @Nullable String sql) {
        super(message, sqlState, sql);
    }

    static ConnectionLostException neverEnded(String what, Duration patience) {
        return new ConnectionLostException(
                "the connection was closed, because what was left on it did not end within %s: %s"
                        .formatted(patience, what),
                null,
                what);
    }
}
