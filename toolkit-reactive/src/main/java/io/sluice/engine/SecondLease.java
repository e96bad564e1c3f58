package io.sluice.engine;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Somebody who holds a connection and wants another of the same pool. That works as long as there are enough, so it is
 * warned of, once for each pair of places; where all who hold one would wait for another, it would never end and is refused.
 */
final class SecondLease {
    private static final Logger LOG = LoggerFactory.getLogger(SecondLease.class);
    private static final int MOST_WARNINGS = 1_000;
    private static final Duration ON_ITS_WAY = Duration.ofMillis(100);

    private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();

    private final List<Lease> held;
    private final String owner;
    private final ReactorPool pool;

    private SecondLease(List<Lease> held, String owner, ReactorPool pool) {
        this.held = held;
        this.owner = owner;
        this.pool = pool;
    }

    static @Nullable SecondLease of(List<Lease> held, String owner, ReactorPool pool) {
        return held.isEmpty() ? null : new SecondLease(held, owner, pool);
    }

    Mono<Lease> during(Mono<Lease> waiting) {
        return Mono.defer(() -> {
            held.forEach(lease -> lease.waiting().incrementAndGet());
            if (nobodyCanGoOn()) {
                arrived();
                return Mono.error(refusal());
            }
            warn();
            var wait = new Wait();
            pool.book().enter(wait);
            wait.look();
            return Mono.firstWithSignal(waiting, wait.refused()).doFinally(signal -> {
                pool.book().leave(wait);
                arrived();
            });
        });
    }

    /** A wait that may turn out to be for ever when somebody else begins to wait, too. */
    final class Wait {
        private final Sinks.Empty<Lease> refused = Sinks.empty();

        /** Twice, since a connection may just be on its way to somebody who still seems to wait. */
        void look() {
            if (nobodyCanGoOn()) {
                Mono.delay(ON_ITS_WAY).subscribe(later -> {
                    if (nobodyCanGoOn()) {
                        refused.tryEmitError(refusal());
                    }
                });
            }
        }

        Mono<Lease> refused() {
            return refused.asMono();
        }
    }

    private PoolDeadlockException refusal() {
        return new PoolDeadlockException(
                "a second connection is asked for while holding one, and all who have one wait so: %s, held by %s; run it on the connection at hand, collect a stream before asking again, or raise poolSize"
                        .formatted(owner, held.get(0).owner()));
    }

    private boolean nobodyCanGoOn() {
        return pool.isExhausted()
                && pool.book().leases().stream()
                        .allMatch(lease -> lease.waiting().get() > 0);
    }

    private void arrived() {
        held.forEach(lease -> lease.waiting().decrementAndGet());
    }

    private void warn() {
        String pair = owner + "\n" + held.get(0).owner();
        if (WARNED.size() < MOST_WARNINGS && WARNED.add(pair)) {
            LOG.warn(
                    "a second connection of the same pool is asked for while one is held, which can exhaust the pool: {}, while holding {}",
                    owner,
                    held.get(0).owner());
        }
    }
}
