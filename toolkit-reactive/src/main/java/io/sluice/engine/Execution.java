package io.sluice.engine;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.sluice.dialect.StatementCache;
import io.sluice.sql.RowReader;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.StatementNode;
import java.util.List;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Runs statements on leased connections: the one place that prepares, binds and reads. */
final class Execution {
    private final Pool pool;
    private final StatementCache<Prepared> statements;
    private final Driver driver;
    private final Observer observer;

    Execution(Pool pool, StatementCache<Prepared> statements, Driver driver, Observer observer) {
        this.pool = pool;
        this.statements = statements;
        this.driver = driver;
        this.observer = observer;
    }

    /** The rows. The fetch size is what the driver reads ahead, and it makes every driver send binary where it can. */
    <R> Flux<R> rows(StatementNode tree, RowReader<R> reader, int fetchSize) {
        return run(tree, fetchSize, prepared -> {
            var mapping = new RowMapping<>(prepared, reader);
            return result -> result.map(mapping);
        });
    }

    Flux<Long> rowCounts(StatementNode tree) {
        if (!driver.countsRows(tree)) {
            return Flux.error(
                    new StatementException(
                            "rowCount(): this database's driver does not tell how many rows such a statement touched; use done()"));
        }
        return completion(tree);
    }

    /** The same without a promise about the numbers. */
    Flux<Long> completion(StatementNode tree) {
        return run(tree, 0, prepared -> Result::getRowsUpdated);
    }

    /** Compiled before a connection is leased: what cannot be said needs none. */
    private <T> Flux<T> run(
            StatementNode tree, int fetchSize, Function<Prepared, Function<Result, Publisher<T>>> consume) {
        return Flux.defer(() -> {
            if (Guard.doesNothing(tree)) {
                return Flux.empty();
            }
            Guard.requireRestriction(tree);
            List<StatementCache.Bound<Prepared>> parts = statements.dialect().parts(tree).stream()
                    .map(statements::get)
                    .toList();
            return Flux.usingWhen(
                    pool.lease(),
                    lease -> onConnection(lease.connection(), parts, fetchSize, consume),
                    Lease::end,
                    (lease, error) -> lease.end(),
                    Lease::end);
        });
    }

    private <T> Flux<T> onConnection(
            Connection connection,
            List<StatementCache.Bound<Prepared>> parts,
            int fetchSize,
            Function<Prepared, Function<Result, Publisher<T>>> consume) {
        Flux<T> results = Flux.fromIterable(parts)
                .concatMap(part -> onConnection(connection, part, fetchSize, consume.apply(part.entry())), 1);
        return parts.size() == 1 ? results : new AllOrNone(connection, driver.scheduler()).of(results);
    }

    private <T> Flux<T> onConnection(
            Connection connection,
            StatementCache.Bound<Prepared> bound,
            int fetchSize,
            Function<Result, Publisher<T>> consume) {
        Prepared prepared = bound.entry();
        return Flux.defer(() -> {
                    Statement statement =
                            connection.createStatement(prepared.sql()).fetchSize(fetchSize);
                    bind(prepared, statement, bound);
                    return Flux.<Result>from(statement.execute()).concatMap(consume, 1);
                })
                .subscribeOn(driver.scheduler())
                .onErrorMap(error -> Errors.ofStatement(error, prepared.sql()))
                .tap(() -> observer.of(prepared));
    }

    @SuppressWarnings("NullAway") // it cannot see through the module's class files that values may be null
    private static void bind(Prepared prepared, Statement statement, StatementCache.Bound<Prepared> bound) {
        prepared.bind(statement, bound.values());
    }
}
