package io.sluice.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How an engine behaves. Immutable: each method gives a changed copy, as in {@code Engine.create(url, options ->
 * options.poolSize(20).poolTimeout(ofSeconds(5)))}.
 */
public final class EngineOptions {
    static final EngineOptions DEFAULTS = new EngineOptions(10, Duration.ofSeconds(30), 2_000, 1_000, List.of());

    private final int poolSize;
    private final Duration poolTimeout;
    private final int fetchSize;
    private final int statementCacheSize;
    private final List<StatementListener> listeners;

    private EngineOptions(
            int poolSize,
            Duration poolTimeout,
            int fetchSize,
            int statementCacheSize,
            List<StatementListener> listeners) {
        this.poolSize = poolSize;
        this.poolTimeout = poolTimeout;
        this.fetchSize = fetchSize;
        this.statementCacheSize = statementCacheSize;
        this.listeners = listeners;
    }

    /** The most connections there are at a time; 10 unless said otherwise. */
    public EngineOptions poolSize(int connections) {
        return new EngineOptions(
                positive(connections, "poolSize"), poolTimeout, fetchSize, statementCacheSize, listeners);
    }

    /** How long a statement waits for a connection; 30 seconds unless said otherwise. */
    public EngineOptions poolTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("poolTimeout(%s): the time to wait must be positive".formatted(timeout));
        }
        return new EngineOptions(poolSize, timeout, fetchSize, statementCacheSize, listeners);
    }

    /** How many rows a stream asks the database for at a time, and so reads ahead; 2000 unless said otherwise. */
    public EngineOptions fetchSize(int rows) {
        return new EngineOptions(poolSize, poolTimeout, positive(rows, "fetchSize"), statementCacheSize, listeners);
    }

    /** How many compiled statements are kept; 1000 unless said otherwise. */
    public EngineOptions statementCacheSize(int statements) {
        return new EngineOptions(
                poolSize, poolTimeout, fetchSize, positive(statements, "statementCacheSize"), listeners);
    }

    /** Tells a listener of every statement; may be said several times. */
    public EngineOptions listen(StatementListener listener) {
        List<StatementListener> more = new ArrayList<>(listeners);
        more.add(Objects.requireNonNull(listener, "listener"));
        return new EngineOptions(poolSize, poolTimeout, fetchSize, statementCacheSize, List.copyOf(more));
    }

    int poolSize() {
        return poolSize;
    }

    Duration poolTimeout() {
        return poolTimeout;
    }

    int fetchSize() {
        return fetchSize;
    }

    int statementCacheSize() {
        return statementCacheSize;
    }

    List<StatementListener> listeners() {
        return listeners;
    }

    private static int positive(int number, String option) {
        if (number < 1) {
            throw new IllegalArgumentException("%s(%d): it must be at least 1".formatted(option, number));
        }
        return number;
    }
}
