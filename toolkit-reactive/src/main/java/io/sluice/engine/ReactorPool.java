package io.sluice.engine;

import io.r2dbc.spi.Connection;
import io.sluice.engine.EngineEvent.CheckedOut;
import io.sluice.engine.EngineEvent.CheckoutFailed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.InstrumentedPool.PoolMetrics;
import reactor.pool.PoolBuilder;
import reactor.pool.PooledRef;
import reactor.pool.PooledRefMetadata;

/** The pool, by reactor-pool. It opens nothing before it is asked, and every wait has an end. */
final class ReactorPool implements Pool {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

    private final InstrumentedPool<Connection> pool;
    private final Wire wire;
    private final EngineOptions options;
    private final PoolTimes times;
    private final LeaseBook book;

    /** When a connection last was silent, by the pool's clock: those that idled then have lost their server too, most likely. */
    private volatile long silentAt = Long.MIN_VALUE;

    private volatile boolean isClosing;

    ReactorPool(Wire wire, Observer observer, EngineOptions options) {
        this.wire = wire;
        this.options = options;
        this.times = options.poolTimes();
        this.book = new LeaseBook(observer);
        this.pool = PoolBuilder.from(wire.open().timeout(times.connect(), wire.timer()))
                .sizeBetween(0, mostConnections())
                .maxPendingAcquireUnbounded()
                .idleResourceReuseMruOrder()
                .evictionPredicate(this::isOver)
                .evictInBackground(times.look(), wire.timer())
                .destroyHandler(this::destroyed)
                .buildPool();
    }

    private int mostConnections() {
        return options.poolSize() + options.maxOverflow();
    }

    /** Looked at before a connection is lent, and now and then while it idles. */
    private boolean isOver(Connection connection, PooledRefMetadata past) {
        return past.lifeTime() >= options.recycleAfter().toMillis()
                || (past.idleTime() >= times.overflowIdle().toMillis()
                        && pool.metrics().allocatedSize() > options.poolSize())
                || past.releaseTimestamp() < silentAt
                || !wire.isOpen(connection);
    }

    private Mono<Void> destroyed(Connection connection) {
        return wire.<Void>calling(connection::close)
                .timeout(times.destroy(), wire.timer())
                .onErrorResume(error -> Mono.empty());
    }

    @Override
    public Mono<Lease> lease(String owner) {
        return Mono.deferContextual(context -> {
            if (isClosing) {
                return observed(owner, Mono.error(Errors.closed()));
            }
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
            if (!options.prePing()
                    || ref.metadata().idleTime() < times.pingAfterIdle().toMillis()) {
                return Mono.just(new Lease(ref, wire, book, owner));
            }
            return pinged(ref, owner, attempts);
        });
    }

    /** A connection that does not answer is closed, and the next one tried: as many as there may be, and then a new one. */
    private Mono<Lease> pinged(PooledRef<Connection> ref, String owner, int attempts) {
        return answers(ref.poolable())
                .flatMap(answers -> {
                    if (answers || attempts == 0) {
                        return Mono.just(new Lease(ref, wire, book, owner));
                    }
                    return ref.invalidate().then(Mono.defer(() -> acquired(owner, attempts - 1)));
                })
                .doOnCancel(() -> ref.invalidate().subscribe());
    }

    /** Who waits for one silent connection need not wait for each of those that fell silent with it. */
    private Mono<Boolean> answers(Connection connection) {
        return wire.answers(connection)
                .timeout(times.ping(), wire.timer())
                .doOnError(
                        TimeoutException.class,
                        late -> silentAt = pool.config().clock().millis())
                .onErrorReturn(false);
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
     * Lends nothing any more, waits for what is on loan, and closes the rest of it then all the same. A pool that is closed
     * while it takes a connection back would count it twice, so it waits until that is over.
     */
    @Override
    public Mono<Void> close() {
        return Flux.defer(() -> {
                    isClosing = true;
                    return Flux.interval(Duration.ZERO, LOOK_AGAIN);
                })
                .takeUntil(looks -> status().leased() == 0 && book.isEmpty())
                .take(times.close())
                .then(Mono.defer(pool::disposeLater))
                .then(Mono.defer(() ->
                        Flux.fromIterable(book.leases()).flatMap(Lease::evict).then()));
    }
}
