package io.sluice.engine;

import io.r2dbc.spi.Connection;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;

/** A connection on loan. It ends once, by the first of completion, error or cancel. */
final class Lease {
    private final Connection connection;
    private final AtomicBoolean ended = new AtomicBoolean();

    Lease(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    Mono<Void> end() {
        return Mono.defer(() -> ended.compareAndSet(false, true) ? Mono.from(connection.close()) : Mono.empty());
    }
}
