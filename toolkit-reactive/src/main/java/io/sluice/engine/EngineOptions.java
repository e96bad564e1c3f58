package io.sluice.engine;

import io.sluice.schema.Metadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How an engine behaves. Immutable: each method gives a changed copy, as in {@code Engine.create(url, options ->
 * options.poolSize(20).poolTimeout(ofSeconds(5)))}.
 */
public final class EngineOptions {
    private static final Duration CENTURY = Duration.ofDays(36_500);
    private static final int MOST_CONNECTIONS = 100_000;

    static final EngineOptions DEFAULTS = new EngineOptions();

    // changed only in copies that nobody has seen yet
    private int poolSize = 10;
    private int maxOverflow = 0;
    private Duration poolTimeout = Duration.ofSeconds(30);
    private Duration recycleAfter = Duration.ofMinutes(30);
    private boolean prePing = true;
    private int fetchSize = 2_000;
    private int statementCacheSize = 1_000;
    private @Nullable Duration slowAfter;
    private boolean revealsValues;
    private @Nullable Metadata metadata;
    private List<Listening<?>> listeners = List.of();
    private PoolTimes poolTimes = PoolTimes.DEFAULTS;

    private EngineOptions() {}

    private EngineOptions with(Consumer<EngineOptions> change) {
        var copy = new EngineOptions();
        copy.poolSize = poolSize;
        copy.maxOverflow = maxOverflow;
        copy.poolTimeout = poolTimeout;
        copy.recycleAfter = recycleAfter;
        copy.prePing = prePing;
        copy.fetchSize = fetchSize;
        copy.statementCacheSize = statementCacheSize;
        copy.slowAfter = slowAfter;
        copy.revealsValues = revealsValues;
        copy.metadata = metadata;
        copy.listeners = listeners;
        copy.poolTimes = poolTimes;
        change.accept(copy);
        return copy;
    }

    /** The most connections that are kept; 10 unless said otherwise. */
    public EngineOptions poolSize(int connections) {
        int size = few(positive(connections, "poolSize"), "poolSize");
        return with(copy -> copy.poolSize = size);
    }

    /** How many more connections there may be for a while; they are closed when idle for ten seconds. None unless said otherwise. */
    public EngineOptions maxOverflow(int connections) {
        if (connections < 0) {
            throw new IllegalArgumentException("maxOverflow(%d): it must be at least 0".formatted(connections));
        }
        int more = few(connections, "maxOverflow");
        return with(copy -> copy.maxOverflow = more);
    }

    /** How long a statement waits for a connection; 30 seconds unless said otherwise. */
    public EngineOptions poolTimeout(Duration timeout) {
        Duration limit = positive(timeout, "poolTimeout");
        return with(copy -> copy.poolTimeout = limit);
    }

    /** The age at which a connection is replaced; 30 minutes unless said otherwise. */
    public EngineOptions recycleAfter(Duration age) {
        Duration limit = positive(age, "recycleAfter");
        return with(copy -> copy.recycleAfter = limit);
    }

    /** Whether a connection that was idle for a second must answer before it is lent; so unless said otherwise. */
    public EngineOptions prePing(boolean asks) {
        return with(copy -> copy.prePing = asks);
    }

    /** How many rows a stream asks the database for at a time, and so reads ahead; 2000 unless said otherwise. */
    public EngineOptions fetchSize(int rows) {
        int size = positive(rows, "fetchSize");
        return with(copy -> copy.fetchSize = size);
    }

    /** How many compiled statements are kept; 1000 unless said otherwise. */
    public EngineOptions statementCacheSize(int statements) {
        int size = positive(statements, "statementCacheSize");
        return with(copy -> copy.statementCacheSize = size);
    }

    /** Warns of each statement that took longer, on the logger {@code io.sluice.slow}; none unless said otherwise. */
    public EngineOptions slowAfter(Duration duration) {
        Duration limit = positive(duration, "slowAfter");
        return with(copy -> copy.slowAfter = limit);
    }

    /**
     * Whether values may be seen: those of parameters in events and in log lines, and those that the driver's own exceptions
     * quote, which are then the causes of ours. They may not unless said otherwise. What drivers log themselves is theirs:
     * r2dbc-mariadb warns of each error in the server's words, on {@code org.mariadb.r2dbc.message.server.ErrorPacket}.
     */
    public EngineOptions revealValues(boolean reveals) {
        return with(copy -> copy.revealsValues = reveals);
    }

    /** The tables that the engine works on, so that an error can name the constraint as they declare it. */
    public EngineOptions metadata(Metadata tables) {
        Objects.requireNonNull(tables, "tables");
        return with(copy -> copy.metadata = tables);
    }

    /**
     * Tells a listener of all events of a kind, as in {@code listen(StatementEnded.class, statement -> …)}; may be said
     * several times. It runs on the event loop: it must not block. What it throws is logged and else ignored.
     */
    public <E extends EngineEvent> EngineOptions listen(Class<E> kind, Consumer<? super E> listener) {
        var listening =
                new Listening<E>(Objects.requireNonNull(kind, "kind"), Objects.requireNonNull(listener, "listener"));
        List<Listening<?>> more = new ArrayList<>(listeners);
        more.add(listening);
        return with(copy -> copy.listeners = List.copyOf(more));
    }

    EngineOptions poolTimes(PoolTimes times) {
        return with(copy -> copy.poolTimes = times);
    }

    int poolSize() {
        return poolSize;
    }

    int maxOverflow() {
        return maxOverflow;
    }

    Duration poolTimeout() {
        return poolTimeout;
    }

    Duration recycleAfter() {
        return recycleAfter;
    }

    boolean prePing() {
        return prePing;
    }

    PoolTimes poolTimes() {
        return poolTimes;
    }

    int fetchSize() {
        return fetchSize;
    }

    int statementCacheSize() {
        return statementCacheSize;
    }

    @Nullable
    Duration slowAfter() {
        return slowAfter;
    }

    boolean revealsValues() {
        return revealsValues;
    }

    @Nullable
    Metadata metadata() {
        return metadata;
    }

    List<Listening<?>> listeners() {
        return listeners;
    }

    private static int few(int connections, String option) {
        if (connections > MOST_CONNECTIONS) {
            throw new IllegalArgumentException(
                    "%s(%d): it must be at most %d".formatted(option, connections, MOST_CONNECTIONS));
        }
        return connections;
    }

    static int positive(int number, String option) {
        if (number < 1) {
            throw new IllegalArgumentException("%s(%d): it must be at least 1".formatted(option, number));
        }
        return number;
    }

    /** What is longer than a century is as good as for ever, and clocks cannot count it. */
    static Duration positive(Duration time, String option) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("%s(%s): the time must be positive".formatted(option, time));
        }
        return time.compareTo(CENTURY) < 0 ? time : CENTURY;
    }
}
