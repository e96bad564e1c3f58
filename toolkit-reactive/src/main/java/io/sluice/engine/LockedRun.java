package io.sluice.engine;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A function while its connection has a lock. Whatever ends it, the lock is given back before the connection is, or the
 * connection is closed, which ends the lock too.
 */
final class LockedRun<T> extends Borrowing<Scope, T> {
    private final Pool pool;
    private final Execution execution;
    private final String owner;
    private final AdvisoryLocks locks;
    private final AdvisoryLock lock;
    private final boolean isPatient;
    private final Function<? super Connection, ? extends Publisher<T>> function;

    LockedRun(
            Pool pool,
            Execution execution,
            String owner,
            AdvisoryLocks locks,
            AdvisoryLock lock,
            boolean isPatient,
            Function<? super Connection, ? extends Publisher<T>> function) {
        this.pool = pool;
        this.execution = execution;
        this.owner = owner;
        this.locks = locks;
        this.lock = lock;
        this.isPatient = isPatient;
        this.function = function;
    }

    private Wire wire() {
        return execution.machine().wire();
    }

    @Override
    Publisher<? extends Scope> lender() {
        return Mono.fromSupplier(() -> Scope.withoutTransaction(pool, wire(), owner));
    }

    /** The function's own scope ends first, and with it what it began. */
    @Override
    Publisher<? extends T> body(Scope keeper) {
        Mono<Integer> taken = new QueryResult<>(locks.take(lock, isPatient), execution.in(keeper.place())).one();
        return taken.flatMapMany(is -> is == 1 ? locked(keeper) : Flux.<T>error(new LockTakenException(lock)))
                .contextWrite(context -> Held.entering(context, keeper.gate()));
    }

    private Flux<T> locked(Scope keeper) {
        var kept = new KeptConnection(keeper.gate());
        return new ScopeRun<>(
                () -> new Scope(kept, wire(), owner, TransactionOptions.DEFAULTS),
                scope -> function.apply(new Connection(scope.place(), execution.in(scope.place()))),
                false);
    }

    @Override
    Publisher<Void> end(Scope keeper, Outcome outcome, @Nullable Throwable error) {
        return keeper.endAfter(locks.releaseAll(), LockedRun::over);
    }

    private static IllegalStateException over() {
        return new IllegalStateException("the function that had the lock has ended, and its connection with it");
    }
}
