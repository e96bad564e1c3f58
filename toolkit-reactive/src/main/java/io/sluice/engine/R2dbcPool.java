package io.sluice.engine;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The pool, by r2dbc-pool. It opens nothing before it is asked, and every wait has an end. */
final class R2dbcPool implements Pool {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration VALIDATION_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

    private final ConnectionPool pool;
    private final EngineOptions options;

    R2dbcPool(ConnectionFactory factory, Scheduler scheduler, EngineOptions options) {
        this.options = options;
        this.pool = new ConnectionPool(ConnectionPoolConfiguration.builder(new Called(factory, scheduler))
                .initialSize(0)
                .maxSize(options.poolSize())
                .maxAcquireTime(options.poolTimeout())
                .maxCreateConnectionTime(CONNECT_TIMEOUT)
                .maxValidationTime(VALIDATION_TIMEOUT)
                .build());
    }

    @Override
    public Mono<Lease> lease() {
        return pool.create().map(Lease::new).onErrorMap(error -> Errors.ofLease(error, status(), options));
    }

    @Override
    public PoolStatus status() {
        return pool.getMetrics()
                .map(metrics -> new PoolStatus(
                        metrics.allocatedSize(),
                        metrics.acquiredSize(),
                        metrics.idleSize(),
                        metrics.pendingAcquireSize()))
                .orElseThrow(() -> new IllegalStateException("r2dbc-pool always has metrics: " + PoolMetrics.class));
    }

    /**
     * Waits for what is on loan. It never goes on in the call that gave the last connection back, inside which the pool
     * is not done with it yet and would count it twice.
     */
    @Override
    public Mono<Void> close() {
        return Flux.interval(LOOK_AGAIN)
                .takeUntil(looks -> status().leased() == 0)
                .take(CLOSE_TIMEOUT)
                .then(Mono.defer(pool::disposeLater));
    }

    /** A factory that is called where its driver may be called. */
    private record Called(ConnectionFactory factory, Scheduler scheduler) implements ConnectionFactory {
        @Override
        public Publisher<? extends Connection> create() {
            return Mono.defer(() -> Mono.<Connection>from(factory.create())).subscribeOn(scheduler);
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return factory.getMetadata();
        }
    }
}
