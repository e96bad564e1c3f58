package io.sluice.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A time by which a statement must have ended, its last row read. What is late is left, and leaving stops it on the server. */
final class Deadline {

    private Deadline() {}

    /** An error of the other publisher would not make {@code takeUntilOther} leave the run; its value does. */
    static <T> Flux<T> on(Flux<T> run, Duration timeout) {
        return Flux.defer(() -> {
            var isLate = new AtomicBoolean();
            Mono<Long> late = Mono.delay(timeout).doOnNext(tick -> isLate.set(true));
            return run.takeUntilOther(late)
                    .concatWith(Mono.defer(() -> isLate.get() ? Mono.error(expired(timeout)) : Mono.empty()));
        });
    }

    private static StatementTimeoutException expired(Duration timeout) {
        return new StatementTimeoutException(
                "the statement did not end within its timeout of %s and was stopped; make it faster, or set a longer timeout"
                        .formatted(timeout));
    }
}
