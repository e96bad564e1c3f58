package io.sluice.engine;

import io.r2dbc.spi.Connection;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.pool.PooledRef;
import reactor.pool.PooledRefMetadata;

/** A pool of the one connection that somebody keeps: given back, it stays with its keeper. */
record KeptConnection(Gate keeper) implements Pool {

    @Override
    public Mono<Lease> lease(String owner) {
        return keeper.turn(owner, false).map(turn -> turn.lease().part(new Part(turn), owner));
    }

    @Override
    public PoolStatus status() {
        return new PoolStatus(1, 1, 0, 0);
    }

    @Override
    public List<LeaseStatus> leases() {
        return List.of();
    }

    @Override
    public Mono<Void> close() {
        return Mono.empty();
    }

    /** What ends a part of a loan ends a turn. */
    private record Part(Turn turn) implements PooledRef<Connection> {

        @Override
        public Connection poolable() {
            return turn.connection();
        }

        @Override
        public PooledRefMetadata metadata() {
            throw new UnsupportedOperationException("only the pool asks how old its connections are");
        }

        @Override
        public Mono<Void> release() {
            return turn.end(Outcome.COMPLETED, null);
        }

        @Override
        public Mono<Void> invalidate() {
            return turn.lease().evict().then(turn.end(Outcome.COMPLETED, null));
        }
    }
}
