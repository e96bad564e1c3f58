package io.sluice.engine;

import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Each statement has a connection of its own, and each stream reads from it as its subscriber asks. */
record EnginePlace(Pool pool, Wire wire) implements Place {

    @Override
    public Mono<? extends Turn> turn(String sql) {
        return pool.lease(sql);
    }

    @Override
    public <R> Flux<R> stream(RowOrder<R> order) {
        return new StatementRun<>(pool.lease(order.sql()), wire, order, order::reading);
    }

    @Override
    public <T> Flux<T> together(Function<Place, Flux<T>> statements) {
        return new ScopeRun<>(
                () -> new Scope(pool, wire, "several statements for one", TransactionOptions.DEFAULTS),
                scope -> statements.apply(scope.place()),
                true);
    }

    /** The transaction is there for the connection alone: the first of them ends it. */
    @Override
    public <T> Flux<T> withoutTransaction(Function<Place, Flux<T>> statements) {
        return together(statements);
    }
}
