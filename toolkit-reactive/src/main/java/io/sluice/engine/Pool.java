package io.sluice.engine;

import java.util.List;
import reactor.core.publisher.Mono;

/** Where connections come from. */
interface Pool {

    /** A connection on loan to an owner, who must end it. */
    Mono<Lease> lease(String owner);

    PoolStatus status();

    /** What is on loan now. */
    List<LeaseStatus> leases();

    Mono<Void> close();
}
