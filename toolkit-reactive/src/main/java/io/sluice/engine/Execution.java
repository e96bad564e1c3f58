package io.sluice.engine;

import io.r2dbc.spi.Result;
import io.sluice.dialect.StatementCache;
import io.sluice.sql.RowReader;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.StatementNode;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs statements in a place, in the way that its options say. Compiled before a turn is taken: what cannot be said needs none. */
record Execution(Machine machine, Place place, ExecutionOptions options) {

    /** What all executions of an engine share. */
    record Machine(StatementCache<Prepared> statements, Driver driver, Wire wire, Observer observer) {}

    /** The same in another place. */
    Execution in(Place other) {
        return new Execution(machine, other, options);
    }

    /** The rows at the pace of their subscriber. */
    <R> Flux<R> stream(StatementNode tree, RowReader<R> reader) {
        return Flux.defer(() -> within(place.stream(order(tree, reader, options.fetchSize()))));
    }

    /** The rows as fast as they come; {@code fetchSize} at a time, or all at once if it is 0. */
    <R> Flux<R> rows(StatementNode tree, RowReader<R> reader, int fetchSize) {
        return Flux.defer(() -> {
            RowOrder<R> order =
                    order(tree, reader, fetchSize == 0 ? machine.driver().everything() : fetchSize);
            return within(new StatementRun<>(place.turn(order.sql()), machine.wire(), order, order::reading));
        });
    }

    Mono<Long> rowCount(StatementNode tree) {
        return Mono.defer(() -> {
            if (!machine.driver().countsRows(tree)) {
                return Mono.error(
                        new StatementException(
                                "rowCount(): this database's driver does not tell how many rows such a statement touched; use done()"));
            }
            return Gathered.all(counts(tree)).map(Execution::sum);
        });
    }

    Mono<Void> done(StatementNode tree) {
        return counts(tree).then();
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private Flux<Long> counts(StatementNode tree) {
        return Flux.defer(() -> {
            if (Guard.doesNothing(tree)) {
                return Flux.empty();
            }
            RowOrder<Void> order = order(tree, NOTHING, 0);
            return within(new StatementRun<Long>(
                    place.turn(order.sql()), machine.wire(), order, () -> Result::getRowsUpdated));
        });
    }

    private static final RowReader<Void> NOTHING = values -> {
        throw new IllegalStateException("a command gives no rows");
    };

    @SuppressWarnings("NullAway") // it cannot see through the module's class files that values may be null
    private <R> RowOrder<R> order(StatementNode tree, RowReader<R> reader, int fetchSize) {
        Guard.requireRestriction(tree);
        StatementCache.Bound<Prepared> bound = machine.statements().get(tree);
        return new RowOrder<>(tree, bound.entry(), bound.values(), reader, fetchSize, machine.observer());
    }

    /** The deadline counts from the subscription on: what waits for a connection uses it up too. */
    private <T> Flux<T> within(Flux<T> run) {
        Duration timeout = options.timeout();
        return timeout == null ? run : Deadline.on(run, timeout);
    }
}
