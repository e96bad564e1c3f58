package io.sluice.engine;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.sluice.dialect.Dialect;
import io.sluice.dialect.StatementCache;
import io.sluice.engine.Execution.Machine;
import io.sluice.sql.Command;
import io.sluice.sql.Query;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Runs statements against one database, without blocking. Make one for a process; it opens no connection before the
 * first statement runs.
 *
 * <pre>{@code
 * Engine engine = Engine.create("r2dbc:postgresql://app:secret@localhost/shop");
 * Flux<Row> rows = engine.execute(select(ORDERS.id, ORDERS.status).from(ORDERS)).all();
 * }</pre>
 */
public final class Engine implements StatementExecutor {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Dialect dialect;
    private final Pool pool;
    private final Execution execution;

    private Engine(Dialect dialect, Pool pool, Execution execution) {
        this.dialect = dialect;
        this.pool = pool;
        this.execution = execution;
    }

    /** An engine for an R2DBC URL, such as {@code r2dbc:h2:mem:///shop?options=DB_CLOSE_DELAY=-1}. */
    public static Engine create(String url) {
        return create(url, UnaryOperator.identity());
    }

    public static Engine create(String url, UnaryOperator<EngineOptions> options) {
        ConnectionFactoryOptions parsed = Drivers.parse(url);
        String name = String.valueOf(parsed.getRequiredValue(ConnectionFactoryOptions.DRIVER));
        return of(Drivers.connect(name, parsed, url), options);
    }

    /** An engine over a connection factory that was made elsewhere; that engine cannot tune its driver. */
    public static Engine of(ConnectionFactory factory) {
        return of(factory, UnaryOperator.identity());
    }

    public static Engine of(ConnectionFactory factory, UnaryOperator<EngineOptions> options) {
        String database =
                Objects.requireNonNull(factory, "factory").getMetadata().getName();
        return of(
                factory, Drivers.dialectOf(database), Drivers.serving(database), options.apply(EngineOptions.DEFAULTS));
    }

    static Engine of(ConnectionFactory factory, Dialect dialect, Driver driver, EngineOptions chosen) {
        var codec = driver.codec();
        var observer = new Observer(chosen);
        var wire = new Wire(
                factory, driver, new Errors(new Constraints(chosen.metadata(), dialect), chosen.revealsValues()));
        var pool = new ReactorPool(wire, observer, chosen);
        var statements =
                new StatementCache<>(dialect, chosen.statementCacheSize(), compiled -> new Prepared(compiled, codec));
        var machine = new Machine(statements, driver, wire, observer);
        return new Engine(
                dialect,
                pool,
                new Execution(machine, new EnginePlace(pool, wire), ExecutionOptions.of(chosen.fetchSize())));
    }

    /** The same engine and pool, with other options for what is run by what this gives. */
    public Engine with(UnaryOperator<ExecutionOptions> options) {
        return new Engine(
                dialect,
                pool,
                new Execution(execution.machine(), execution.place(), options.apply(execution.options())));
    }

    @Override
    public <R> Result<R> execute(Query<R> query) {
        return new QueryResult<>(Objects.requireNonNull(query, "query"), execution);
    }

    @Override
    public Executed execute(Command command) {
        return new CommandResult(Objects.requireNonNull(command, "command"), execution);
    }

    /**
     * Runs a function in a transaction: committed when what it gives has completed, rolled back on an error and on a
     * cancel. The value comes after the commit.
     */
    public <T> Mono<T> inTransaction(Function<? super Transaction, ? extends Mono<T>> function) {
        return inTransaction(UnaryOperator.identity(), function);
    }

    public <T> Mono<T> inTransaction(
            UnaryOperator<TransactionOptions> options, Function<? super Transaction, ? extends Mono<T>> function) {
        TransactionOptions chosen = options.apply(TransactionOptions.DEFAULTS);
        Mono<T> once = transaction("inTransaction", chosen, function).singleOrEmpty();
        return chosen.retries() == 0
                ? once
                : once.retryWhen(Retry.backoff(chosen.retries(), FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .jitter(0.5)
                        .filter(error -> error instanceof DatabaseException failed && failed.isRetryable())
                        .onRetryExhaustedThrow((limit, last) -> last.failure()));
    }

    /**
     * A stream out of a transaction, which is read-only unless its options say {@code readWrite()}: rolled back on an error
     * and when its reader leaves, committed when it completes. Rows come before the commit.
     */
    public <T> Flux<T> streamInTransaction(Function<? super Transaction, ? extends Publisher<T>> function) {
        return streamInTransaction(UnaryOperator.identity(), function);
    }

    public <T> Flux<T> streamInTransaction(
            UnaryOperator<TransactionOptions> options, Function<? super Transaction, ? extends Publisher<T>> function) {
        TransactionOptions chosen = options.apply(TransactionOptions.DEFAULTS.readOnly());
        if (chosen.retries() > 0) {
            throw new IllegalArgumentException(
                    "streamInTransaction cannot run again after rows were given; leave retries(…) out, or collect the rows in inTransaction");
        }
        return transaction("streamInTransaction", chosen, function);
    }

    private <T> Flux<T> transaction(
            String method, TransactionOptions options, Function<? super Transaction, ? extends Publisher<T>> function) {
        Objects.requireNonNull(function, "function");
        return scope(
                method,
                options,
                place -> function.apply(new Transaction(place, execution.in(place), new Attributes())),
                true);
    }

    /** Runs a function on a connection that commits when told to; what was not committed at its end is rolled back. */
    public <T> Mono<T> connect(Function<? super Connection, ? extends Mono<T>> function) {
        Objects.requireNonNull(function, "function");
        return this.<T>scope(
                        "connect",
                        TransactionOptions.DEFAULTS,
                        place -> function.apply(new Connection(place, execution.in(place))),
                        false)
                .singleOrEmpty();
    }

    private <T> Flux<T> scope(
            String method,
            TransactionOptions options,
            Function<ScopePlace, ? extends Publisher<T>> body,
            boolean commits) {
        String owner = Caller.of(method);
        return new ScopeRun<>(
                () -> new Scope(pool, execution.machine().wire(), owner, options),
                scope -> body.apply(scope.place()),
                commits);
    }

    /** Whether a transaction runs other statements while a stream in it is read. */
    public boolean servesWhileStreaming() {
        return execution.machine().wire().cursors().isPresent();
    }

    public Dialect dialect() {
        return dialect;
    }

    public PoolStatus poolStatus() {
        return pool.status();
    }

    /** The connections that are in use now: by what, and for how long. */
    public List<LeaseStatus> leases() {
        return pool.leases();
    }

    /** How often statements were found compiled. */
    public StatementCache.Statistics statementCache() {
        return execution.machine().statements().statistics();
    }

    /** Closes the connections, after waiting up to ten seconds for those in use. May be called again. */
    public Mono<Void> close() {
        return pool.close();
    }

    @Override
    public String toString() {
        return "Engine[%s, %s]".formatted(dialect.name(), pool.status());
    }
}
