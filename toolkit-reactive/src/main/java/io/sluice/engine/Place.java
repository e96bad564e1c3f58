package io.sluice.engine;

import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where statements run: on the engine each on a connection of its own, in a scope all on the scope's. */
interface Place {

    /** A turn for a statement whose rows nobody has to wait for: they are read as fast as they come. */
    Mono<? extends Turn> turn(String sql);

    /** The rows of an order, read at the pace of their subscriber. */
    <R> Flux<R> stream(RowOrder<R> order);

    /** Runs statements of which all have an effect or none has. */
    <T> Flux<T> together(Function<Place, Flux<T>> statements);

    /** Runs statements each of which ends the transaction it is in, one after the other on one connection. */
    <T> Flux<T> withoutTransaction(Function<Place, Flux<T>> statements);
}
