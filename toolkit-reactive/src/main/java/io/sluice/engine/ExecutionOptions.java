package io.sluice.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How statements run, for one of them or for a whole scope: {@code engine.with(options ->
 * options.timeout(ofSeconds(2))).execute(…)}. Immutable: each method gives a changed copy.
 */
public final class ExecutionOptions {
    private final int fetchSize;
    private final @Nullable Duration timeout;

    ExecutionOptions(int fetchSize, @Nullable Duration timeout) {
        this.fetchSize = fetchSize;
        this.timeout = timeout;
    }

    /** How many rows a stream asks the database for at a time, and so reads ahead. */
    public ExecutionOptions fetchSize(int rows) {
        return new ExecutionOptions(EngineOptions.positive(rows, "fetchSize"), timeout);
    }

    /** How long a statement may take, from its subscription to its last row; without one it may take forever. */
    public ExecutionOptions timeout(Duration limit) {
        return new ExecutionOptions(fetchSize, EngineOptions.positive(limit, "timeout"));
    }

    int fetchSize() {
        return fetchSize;
    }

    @Nullable
    Duration timeout() {
        return timeout;
    }
}
