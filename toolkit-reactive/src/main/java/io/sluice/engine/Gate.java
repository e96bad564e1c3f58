package io.sluice.engine;

import io.r2dbc.spi.R2dbcException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The one submitter of a scope's connection: those who want it get it one after the other, in the order they asked, however
 * many they are. The connection is leased when the first one asks. While somebody reads a stream that only its reader can
 * move on, nobody could ever say when the others' turn comes, so they are refused at once.
 */
final class Gate {
    private final Opening opening;
    private final Predicate<R2dbcException> endsTransaction;
    private final Queue<Waiter> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger wip = new AtomicInteger();
    private final Sinks.Empty<Void> idle = Sinks.empty();

    private volatile @Nullable Lease lease;
    private volatile @Nullable GateTurn current;
    private volatile @Nullable Waiter head;
    private volatile @Nullable Throwable openingError;
    private volatile @Nullable Supplier<? extends RuntimeException> closed;
    private volatile @Nullable Supplier<? extends RuntimeException> broken;

    Gate(Mono<Lease> leasing, Function<Lease, Mono<Void>> begin, Predicate<R2dbcException> endsTransaction) {
        this.endsTransaction = endsTransaction;
        this.opening = new Opening(leasing, begin, this);
    }

    /** A turn for a statement. A stream keeps it for as long as its reader likes. */
    Mono<Turn> turn(String sql, boolean isStream) {
        return new Waiting(this, sql, isStream, true);
    }

    /** A turn that makes no sense without a connection; it is over at once, with nothing, if there is none. */
    Mono<Turn> turnIfOpen(String what) {
        return new Waiting(this, what, false, false);
    }

    @Nullable
    Lease lease() {
        return lease;
    }

    void enter(Waiter waiter) {
        queue.add(waiter);
        drain();
    }

    /** No more turns: {@code reason} is what those hear who ask. Ends when the last turn has. */
    Mono<Void> close(Supplier<? extends RuntimeException> reason) {
        return Mono.defer(() -> {
            if (closed == null) {
                closed = reason;
            }
            opening.abandon();
            drain();
            return idle.asMono();
        });
    }

    /** Why the transaction cannot be committed any more, whatever became of the errors that said so. */
    Optional<RuntimeException> broken() {
        Supplier<? extends RuntimeException> reason = broken;
        return reason == null ? Optional.empty() : Optional.of(reason.get());
    }

    private void fail(Supplier<? extends RuntimeException> reason) {
        broken = reason;
        closed = reason;
    }

    /** The lease was ended by a commit or a rollback; the next turn needs another. Only for who has the turn. */
    void leaseEnded() {
        lease = null;
        opening.again();
    }

    /** Said before the opening is over; {@link #proceed} after. */
    void opened(Lease opened) {
        lease = opened;
    }

    /** Said before the opening is over; {@link #proceed} after. */
    void openingFailed(Throwable error) {
        openingError = error;
    }

    void proceed() {
        drain();
    }

    private void ended(GateTurn turn) {
        if (current == turn) {
            current = null;
        }
        drain();
    }

    private void drain() {
        if (wip.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            serve();
            missed = wip.addAndGet(-missed);
        } while (missed != 0);
    }

    private void serve() {
        while (current == null && !opening.isUnderWay()) {
            failIfNotOpened();
            Waiter next = next();
            if (next == null) {
                break;
            }
            Supplier<? extends RuntimeException> reason = closed;
            if (reason != null) {
                next.fail(reason.get());
            } else if (next.isWaiting()) {
                serve(next);
            }
        }
        GateTurn turn = current;
        if (turn != null && turn.isStream) {
            refuseAll(turn);
        }
        if (closed != null && current == null && !opening.isUnderWay()) {
            idle.tryEmitEmpty();
        }
    }

    private void failIfNotOpened() {
        Throwable error = openingError;
        if (error != null) {
            openingError = null;
            failAll(waiter -> error);
        }
    }

    private void serve(Waiter next) {
        Lease open = lease;
        if (open != null) {
            var turn = new GateTurn(open, next.sql(), next.isStream());
            current = turn;
            if (!next.grant(turn)) {
                current = null;
            }
        } else if (next.needsLease()) {
            head = next;
            opening.start(next.context());
        } else {
            next.nothing();
        }
    }

    private void refuseAll(GateTurn stream) {
        failAll(waiter -> OverlapException.underStream(waiter.sql(), stream.sql));
    }

    private void failAll(Function<Waiter, Throwable> why) {
        for (Waiter next = next(); next != null; next = next()) {
            next.fail(why.apply(next));
        }
    }

    private @Nullable Waiter next() {
        Waiter first = head;
        head = null;
        return first != null ? first : queue.poll();
    }

    /** One turn on the scope's lease. */
    private final class GateTurn implements Turn {
        private final Lease lease;
        private final String sql;
        private final boolean isStream;
        private final long since = System.nanoTime();

        private GateTurn(Lease lease, String sql, boolean isStream) {
            this.lease = lease;
            this.sql = sql;
            this.isStream = isStream;
        }

        @Override
        public io.r2dbc.spi.Connection connection() {
            return lease.connection();
        }

        @Override
        public Lease lease() {
            return lease;
        }

        @Override
        public long since() {
            return since;
        }

        @Override
        public Mono<Void> end(Outcome outcome, @Nullable Throwable error) {
            if (error instanceof R2dbcException failure && endsTransaction.test(failure)) {
                fail(() -> SerializationFailureException.undone(failure.getSqlState(), sql));
            }
            if (outcome == Outcome.COMPLETED || error instanceof R2dbcException) {
                return Mono.fromRunnable(() -> ended(this));
            }
            return lease.quiet()
                    .timeout(Lease.PATIENCE)
                    .onErrorResume(late -> lost())
                    .doOnTerminate(() -> ended(this));
        }

        private Mono<Void> lost() {
            fail(() -> ConnectionLostException.neverEnded(sql, Lease.PATIENCE));
            return lease.evict();
        }
    }
}
