package io.sluice.engine;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcException;
import io.sluice.engine.EngineEvent.Began;
import io.sluice.engine.EngineEvent.CommitFailed;
import io.sluice.engine.EngineEvent.Committed;
import io.sluice.engine.EngineEvent.RolledBack;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.pool.PooledRef;

/**
 * A connection on loan. It ends once, by the first of completion, error or cancel; what ends it decides how it goes back.
 * Whatever may still run is stopped and what was begun is rolled back first; a connection for which that takes too long is
 * closed, and its place in the pool is free again.
 */
final class Lease implements Turn {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    /** How long a connection may take to be usable again. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PooledRef<Connection> ref;
    private final Wire wire;
    private final LeaseBook book;
    private final String owner;
    private final long since = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();

    /** Whether a transaction of Sluice's is open on it. */
    private final AtomicBoolean inTransaction = new AtomicBoolean();

    /** How many of those who hold this lease wait for another one. */
    private final AtomicInteger waiting = new AtomicInteger();

    /** Who is being handed a row just now; only compared with oneself, so it needs no barrier. */
    private @Nullable Thread emitting;

    Lease(PooledRef<Connection> ref, Wire wire, LeaseBook book, String owner) {
        this.ref = ref;
        this.wire = wire;
        this.book = book;
        this.owner = owner;
        book.enter(this);
    }

    @Override
    public Connection connection() {
        return ref.poolable();
    }

    @Override
    public Lease lease() {
        return this;
    }

    @Override
    public long since() {
        return since;
    }

    String owner() {
        return owner;
    }

    LeaseStatus status() {
        return new LeaseStatus(owner, Duration.ofNanos(System.nanoTime() - since));
    }

    void emitting(@Nullable Thread thread) {
        emitting = thread;
    }

    boolean emitsOn(Thread thread) {
        return emitting == thread;
    }

    /** Whether it is being given back, or was. */
    boolean isOver() {
        return ended.get();
    }

    AtomicInteger waiting() {
        return waiting;
    }

    /** Ends a loan on which Sluice began no transaction. If a statement of the user's began one, it is rolled back. */
    @Override
    public Mono<Void> end(Outcome outcome, @Nullable Throwable error) {
        if (outcome == Outcome.COMPLETED && connection().isAutoCommit()) {
            return Mono.defer(this::giveBack);
        }
        if (outcome == Outcome.COMPLETED || error instanceof R2dbcException) {
            return once(undone());
        }
        return endRolledBack();
    }

    /** The short way, which every ordinary statement goes. */
    private Mono<Void> giveBack() {
        if (!ended.compareAndSet(false, true)) {
            return Mono.empty();
        }
        return released().doOnTerminate(() -> book.leave(this));
    }

    /** Ends a loan in whose transaction something may be begun, which is undone. */
    Mono<Void> endRolledBack() {
        return once(wire.quiet(connection()).then(undone()));
    }

    void began() {
        inTransaction.set(true);
        book.observer().tell("BEGIN", owner, Began::new);
    }

    void commitFailed(Throwable error) {
        inTransaction.set(false);
        book.observer().tell("COMMIT, which failed,", owner, who -> new CommitFailed(who, error));
    }

    /** Ends a loan whose transaction has just been committed. */
    Mono<Void> endCommitted() {
        inTransaction.set(false);
        book.observer().tell("COMMIT", owner, Committed::new);
        return endClean();
    }

    private void rolledBack() {
        if (inTransaction.compareAndSet(true, false)) {
            book.observer().tell("ROLLBACK", owner, RolledBack::new);
        }
    }

    /** Ends a loan whose transaction has just been ended in the order that the server knows. */
    Mono<Void> endClean() {
        return once(Mono.defer(this::checked));
    }

    /** Makes the connection answer again after a statement on it was left. */
    Mono<Void> quiet() {
        return Mono.defer(() -> ended.get() ? Mono.empty() : wire.quiet(connection()));
    }

    /** Closes the connection instead of giving it back. */
    Mono<Void> evict() {
        return once(wire.stop(connection()).then(ref.invalidate()).doOnSuccess(nothing -> rolledBack()));
    }

    /** The way back is gone to its end, whoever waits for it. */
    private Mono<Void> once(Mono<Void> way) {
        return Mono.defer(() -> {
            if (!ended.compareAndSet(false, true)) {
                return Mono.empty();
            }
            Sinks.Empty<Void> over = Sinks.empty();
            way.timeout(PATIENCE, wire.timer())
                    .onErrorResume(this::closed)
                    .doFinally(signal -> {
                        book.leave(this);
                        over.tryEmitEmpty();
                    })
                    .subscribe();
            return over.asMono();
        });
    }

    private Mono<Void> closed(Throwable why) {
        LOG.warn(
                "a connection is closed, because it could not be made usable again ({}): {}",
                why.getClass().getSimpleName(),
                owner);
        return wire.stop(connection()).then(ref.invalidate()).onErrorComplete().doOnSuccess(nothing -> rolledBack());
    }

    private Mono<Void> undone() {
        return Mono.defer(() -> connection().isAutoCommit()
                ? checked()
                : wire.calling(() -> connection().rollbackTransaction()).then(Mono.defer(this::checked)));
    }

    private Mono<Void> checked() {
        rolledBack();
        return wire.isOpen(connection()) ? released() : ref.invalidate();
    }

    /** The pool says that it has the connection before it is done with it; who goes on in that call could close the pool too early. */
    private Mono<Void> released() {
        return Mono.fromRunnable(() -> ref.release().subscribe());
    }
}
