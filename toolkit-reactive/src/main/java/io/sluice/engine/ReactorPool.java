package io.sluice.engine;

import io.r2dbc.spi.Connection;
import io.sluice.engine.EngineEvent.CheckedOut;
import io.sluice.engine.EngineEvent.CheckoutFailed;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.InstrumentedPool.PoolMetrics;
import reactor.pool.PoolBuilder;
import reactor.pool.PooledRef;
import reactor.pool.PooledRefMetadata;

/** The pool, by reactor-pool. It opens nothing before it is asked, and every wait has an end. */
final class ReactorPool implements Pool {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PING_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PING_AFTER_IDLE = Duration.ofSeconds(1);
    private static final Duration OVERFLOW_IDLE = Duration.ofSeconds(10);
    private static final Duration LOOK_FOR_OVERFLOW = Duration.ofSeconds(2);
    private static final Duration DESTROY_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

    private final InstrumentedPool<Connection> pool;
    private final Wire wire;
    private final EngineOptions options;
    private final LeaseBook book;

    ReactorPool(Wire wire, Observer observer, EngineOptions options) {
        this.wire = wire;
        this.options = options;
        this.book = new LeaseBook(observer);
        this.pool = PoolBuilder.from(wire.open().timeout(CONNECT_TIMEOUT, wire.timer()))
                .sizeBetween(0, mostConnections())
                .maxPendingAcquireUnbounded()
                .idleResourceReuseMruOrder()
                .evictionPredicate(this::isOver)
                .evictInBackground(LOOK_FOR_OVERFLOW, wire.timer())
                .destroyHandler(this::destroyed)
                .buildPool();
    }

    private int mostConnections() {
        return options.poolSize() + options.maxOverflow();
    }

    /** Looked at before a connection is lent, and now and then while it idles. */
    private boolean isOver(Connection connection, PooledRefMetadata past) {
        return past.lifeTime() >= options.recycleAfter().toMillis()
                || (past.idleTime() >= OVERFLOW_IDLE.toMillis()
                        && pool.metrics().allocatedSize() > options.poolSize())
                || !wire.isOpen(connection);
    }

    private Mono<Void> destroyed(Connection connection) {
        return wire.<Void>calling(connection::close)
                .timeout(DESTROY_TIMEOUT, wire.timer())
                .onErrorResume(error -> Mono.empty());
    }

    @Override
    public Mono<Lease> lease(String owner) {
        return Mono.deferContextual(context -> {
            var wait = SecondLease.of(book.heldBy(context), owner, this);
            Mono<Lease> lease = acquired(owner, mostConnections());
            return observed(
                    owner,
                    (wait == null ? lease : wait.during(lease))
                            .onErrorMap(error -> wire.errors().ofLease(error, status(), options)));
        });
    }

    private Mono<Lease> observed(String owner, Mono<Lease> lease) {
        Observer observer = book.observer();
        if (!observer.hears(CheckedOut.class) && !observer.hears(CheckoutFailed.class)) {
            return lease;
        }
        long since = System.nanoTime();
        return lease.doOnNext(lent -> observer.tell(new CheckedOut(owner, elapsed(since))))
                .doOnError(error -> observer.tell(new CheckoutFailed(owner, elapsed(since), error)));
    }

    private static Duration elapsed(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private Mono<Lease> acquired(String owner, int attempts) {
        return pool.acquire(options.poolTimeout()).flatMap(ref -> {
            if (!options.prePing() || ref.metadata().idleTime() < PING_AFTER_IDLE.toMillis()) {
                return Mono.just(new Lease(ref, wire, book, owner));
            }
            return pinged(ref, owner, attempts);
        });
    }

    /** A connection that does not answer is closed, and the next one tried: as many as there may be, and then a new one. */
    private Mono<Lease> pinged(PooledRef<Connection> ref, String owner, int attempts) {
        return wire.answers(ref.poolable())
                .timeout(PING_TIMEOUT, wire.timer())
                .onErrorReturn(false)
                .flatMap(answers -> {
                    if (answers || attempts == 0) {
                        return Mono.just(new Lease(ref, wire, book, owner));
                    }
                    return ref.invalidate().then(Mono.defer(() -> acquired(owner, attempts - 1)));
                })
                .doOnCancel(() -> ref.invalidate().subscribe());
    }

    @Override
    public PoolStatus status() {
        PoolMetrics metrics = pool.metrics();
        return new PoolStatus(
                metrics.allocatedSize(), metrics.acquiredSize(), metrics.idleSize(), metrics.pendingAcquireSize());
    }

    @Override
    public List<LeaseStatus> leases() {
        return book.status();
    }

    /** Whether whoever asks now has to wait until somebody gives a connection back. */
    boolean isExhausted() {
        PoolMetrics metrics = pool.metrics();
        return metrics.idleSize() == 0 && metrics.allocatedSize() >= mostConnections();
    }

    LeaseBook book() {
        return book;
    }

    /**
     * Waits for what is on loan, and closes the rest of it then all the same. A pool that is closed while it takes a
     * connection back would count it twice, so it waits until that is over.
     */
    @Override
    public Mono<Void> close() {
        return Flux.interval(Duration.ZERO, LOOK_AGAIN)
                .takeUntil(looks -> status().leased() == 0 && book.isEmpty())
                .take(CLOSE_TIMEOUT)
                .then(Mono.defer(pool::disposeLater))
                .then(Mono.defer(() ->
                        Flux.fromIterable(book.leases()).flatMap(Lease::evict).then()));
    }
}
