package io.sluice.engine;

import io.r2dbc.spi.Connection;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A transaction around what one statement of the user became, where that is several: nothing is told before it is committed. */
record AllOrNone(Connection connection, Scheduler scheduler) {

    <T> Flux<T> of(Flux<T> results) {
        // it keeps its value until the last step is done
        Mono<List<T>> committed = Mono.usingWhen(
                Mono.just(connection),
                // not before: whoever leaves while it begins leaves a transaction to be rolled back
                begun -> called(begun.beginTransaction()).thenMany(results).collectList(),
                begun -> called(begun.commitTransaction()),
                (begun, error) -> called(begun.rollbackTransaction()),
                begun -> called(begun.rollbackTransaction()));
        return committed.flatMapIterable(list -> list);
    }

    private Mono<Void> called(Publisher<Void> step) {
        return Mono.from(step).subscribeOn(scheduler);
    }
}
