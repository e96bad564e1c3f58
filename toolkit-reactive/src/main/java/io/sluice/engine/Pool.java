package io.sluice.engine;

import reactor.core.publisher.Mono;

/** Where connections come from. */
interface Pool {

    /** A connection on loan; who gets it must end it. */
    Mono<Lease> lease();

    PoolStatus status();

    Mono<Void> close();
}
