package io.sluice.engine;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.sluice.dialect.Dialect;
import io.sluice.dialect.StatementCache;
import io.sluice.sql.Command;
import io.sluice.sql.Query;
import java.util.Objects;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/**
 * Runs statements against one database, without blocking. Make one for a process; it opens no connection before the
 * first statement runs.
 *
 * <pre>{@code
 * Engine engine = Engine.create("r2dbc:postgresql://app:secret@localhost/shop");
 * Flux<Row> rows = engine.execute(select(ORDERS.id, ORDERS.status).from(ORDERS)).all();
 * }</pre>
 */
public final class Engine {
    private final Dialect dialect;
    private final EngineOptions options;
    private final Pool pool;
    private final StatementCache<Prepared> statements;
    private final Execution execution;

    private Engine(ConnectionFactory factory, EngineOptions options) {
        String database = factory.getMetadata().getName();
        Driver driver = Drivers.serving(database);
        var codec = driver.codec();
        this.dialect = Drivers.dialectOf(database);
        this.options = options;
        this.pool = new R2dbcPool(factory, driver.scheduler(), options);
        this.statements =
                new StatementCache<>(dialect, options.statementCacheSize(), compiled -> new Prepared(compiled, codec));
        this.execution = new Execution(pool, statements, driver, new Observer(options.listeners()));
    }

    /** An engine for an R2DBC URL, such as {@code r2dbc:h2:mem:///shop?options=DB_CLOSE_DELAY=-1}. */
    public static Engine create(String url) {
        return create(url, UnaryOperator.identity());
    }

    public static Engine create(String url, UnaryOperator<EngineOptions> options) {
        ConnectionFactoryOptions parsed = Drivers.parse(url);
        String name = String.valueOf(parsed.getRequiredValue(ConnectionFactoryOptions.DRIVER));
        return of(Drivers.connect(name, parsed), options);
    }

    /** An engine over a connection factory that was made elsewhere; that engine cannot tune its driver. */
    public static Engine of(ConnectionFactory factory) {
        return of(factory, UnaryOperator.identity());
    }

    public static Engine of(ConnectionFactory factory, UnaryOperator<EngineOptions> options) {
        return new Engine(Objects.requireNonNull(factory, "factory"), options.apply(EngineOptions.DEFAULTS));
    }

    /** What a query gives, once it is subscribed to. */
    public <R> Result<R> execute(Query<R> query) {
        return new QueryResult<>(Objects.requireNonNull(query, "query"), execution, options.fetchSize());
    }

    /** What a command does, once it is subscribed to. */
    public Executed execute(Command command) {
        return new CommandResult(Objects.requireNonNull(command, "command"), execution);
    }

    public Dialect dialect() {
        return dialect;
    }

    public PoolStatus poolStatus() {
        return pool.status();
    }

    /** How often statements were found compiled. */
    public StatementCache.Statistics statementCache() {
        return statements.statistics();
    }

    /** Closes the connections, after waiting up to ten seconds for those in use. May be called again. */
    public Mono<Void> close() {
        return pool.close();
    }
}
