package io.sluice.engine;

import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Where several flows wait for each other without blocking. */
final class Rendezvous {
    private final AtomicInteger missing;
    private final Sinks.Empty<Void> complete = Sinks.empty();

    Rendezvous(int flows) {
        this.missing = new AtomicInteger(flows);
    }

    Mono<Void> arrive() {
        return Mono.defer(() -> {
            if (missing.decrementAndGet() <= 0) {
                complete.tryEmitEmpty();
            }
            return complete.asMono();
        });
    }
}
