package io.sluice.engine;

import io.r2dbc.spi.TransactionDefinition;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** One connection for several statements, from the first of them to the end of the scope, and the transaction on it. */
final class Scope {
    /** How long a COMMIT may take before nobody knows what became of it. */
    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(30);

    private final Wire wire;
    private final Gate gate;
    private final AtomicInteger savepoints = new AtomicInteger();
    private final CursorNames cursorNames = new CursorNames();
    private final ScopePlace place;

    Scope(Pool pool, Wire wire, String owner, TransactionOptions options) {
        TransactionDefinition transaction = options.definition();
        this.wire = wire;
        this.gate = new Gate(
                pool.lease(owner),
                lease -> wire.<Void>calling(() -> lease.connection().beginTransaction(transaction))
                        .onErrorMap(error -> wire.errors().ofStatement(error, "BEGIN"))
                        .doOnSuccess(nothing -> lease.began()),
                wire::endsTransaction);
        this.place = new ScopePlace(this);
    }

    /** Where its statements run. */
    ScopePlace place() {
        return place;
    }

    CursorNames cursorNames() {
        return cursorNames;
    }

    Gate gate() {
        return gate;
    }

    Wire wire() {
        return wire;
    }

    String nextSavepoint() {
        return "sluice_" + savepoints.incrementAndGet();
    }

    /** Does something with the connection in a turn of its own. */
    Mono<Void> control(ScopePlace place, String what, Action action) {
        return new ControlRun(place.turn(what), wire, what, action).then();
    }

    /** The same, unless there is no connection, and so nothing to do. */
    Mono<Void> controlIfOpen(ScopePlace place, String what, Action action) {
        return new ControlRun(place.turnIfOpen(what), wire, what, action).then();
    }

    /** What is done with a turn besides statements. */
    @FunctionalInterface
    interface Action {
        Publisher<Void> on(Turn turn);
    }

    /** COMMIT, after which the connection goes back; the next statement leases another. */
    Mono<Void> commit() {
        return betweenStreams("commit()")
                .then(controlIfOpen(
                        place, "COMMIT", turn -> committed(turn.lease()).doOnTerminate(gate::leaseEnded)));
    }

    Mono<Void> rollback() {
        return betweenStreams("rollback()")
                .then(controlIfOpen(
                        place, "ROLLBACK", turn -> turn.lease().endRolledBack().doOnTerminate(gate::leaseEnded)));
    }

    /** A cursor ends with its transaction. */
    private Mono<Void> betweenStreams(String end) {
        return Mono.defer(() -> cursorNames
                .open()
                .<Mono<Void>>map(stream -> Mono.error(OverlapException.endUnderStream(end, stream)))
                .orElseGet(Mono::empty));
    }

    /** The end of a scope whose body completed: nothing is committed if the last statement never ended. */
    Mono<Void> endCommitted(Supplier<? extends RuntimeException> over) {
        return closed(over).then(Mono.defer(() -> {
            Lease lease = gate.lease();
            if (lease == null) {
                return Mono.empty();
            }
            Optional<RuntimeException> broken = gate.broken();
            return broken.isPresent() ? lease.endRolledBack().then(Mono.error(broken.get())) : committed(lease);
        }));
    }

    Mono<Void> endRolledBack(Supplier<? extends RuntimeException> over) {
        return closed(over).onErrorComplete().then(Mono.defer(() -> {
            Lease lease = gate.lease();
            return lease == null ? Mono.empty() : lease.endRolledBack();
        }));
    }

    private Mono<Void> closed(Supplier<? extends RuntimeException> over) {
        return gate.close(over).timeout(Lease.PATIENCE).onErrorResume(late -> {
            Lease lease = gate.lease();
            Mono<Void> lost =
                    Mono.error(() -> ConnectionLostException.neverEnded("the last statement", Lease.PATIENCE));
            return lease == null ? lost : lease.evict().then(lost);
        });
    }

    private Mono<Void> committed(Lease lease) {
        Supplier<Publisher<Void>> commit = () -> lease.connection().commitTransaction();
        return wire.calling(commit)
                .timeout(COMMIT_TIMEOUT)
                .onErrorMap(wire.errors()::ofCommit)
                .doOnError(lease::commitFailed)
                .onErrorResume(error -> lease.endRolledBack().then(Mono.error(error)))
                .then(Mono.defer(lease::endCommitted));
    }
}
