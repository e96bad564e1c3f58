package io.sluice.engine;

import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A time by which a statement must have ended, its last row read. What is late is left, and leaving stops it on the server. */
final class Deadline {

    private Deadline() {}

    static <T> Flux<T> on(Flux<T> run, Duration timeout) {
        Mono<Void> late = Mono.delay(timeout)
                .then(Mono.error(() -> new StatementTimeoutException(
                        "the statement did not end within its timeout of %s and was stopped; make it faster, or set a longer timeout"
                                .formatted(timeout))));
        return run.takeUntilOther(late);
    }
}
