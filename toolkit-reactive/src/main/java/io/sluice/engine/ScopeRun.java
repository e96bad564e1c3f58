package io.sluice.engine;

import io.sluice.engine.StatementEvent.Outcome;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A function with a scope of its own, which is ended by how the function's publisher ends. */
final class ScopeRun<S extends Transaction, T> extends Borrowing<S, T> {
    private final Supplier<S> scopes;
    private final Function<? super S, ? extends Publisher<T>> function;
    private final boolean commits;

    ScopeRun(Supplier<S> scopes, Function<? super S, ? extends Publisher<T>> function, boolean commits) {
        this.scopes = scopes;
        this.function = function;
        this.commits = commits;
    }

    @Override
    Publisher<? extends S> lender() {
        return Mono.fromSupplier(scopes);
    }

    @Override
    Publisher<? extends T> body(S transaction) {
        return Flux.from(UserCode.call(function, transaction))
                .contextWrite(
                        context -> Held.entering(context, transaction.scope().gate()));
    }

    @Override
    Publisher<Void> end(S transaction, Outcome outcome, @Nullable Throwable error) {
        return commits && outcome == Outcome.COMPLETED
                ? transaction.scope().endCommitted(ScopeRun::over)
                : transaction.scope().endRolledBack(ScopeRun::over);
    }

    private static IllegalStateException over() {
        return new IllegalStateException(
                "the function that a transaction was given to has ended, and the transaction with it; subscribe to its statements inside");
    }
}
