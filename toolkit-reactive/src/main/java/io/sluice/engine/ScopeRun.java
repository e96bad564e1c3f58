package io.sluice.engine;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A function with a scope of its own, which is ended by how the function's publisher ends. */
final class ScopeRun<T> extends Borrowing<Scope, T> {
    private final Supplier<Scope> scopes;
    private final Function<? super Scope, ? extends Publisher<T>> function;
    private final boolean commits;

    ScopeRun(Supplier<Scope> scopes, Function<? super Scope, ? extends Publisher<T>> function, boolean commits) {
        this.scopes = scopes;
        this.function = function;
        this.commits = commits;
    }

    @Override
    Publisher<? extends Scope> lender() {
        return Mono.fromSupplier(scopes);
    }

    @Override
    Publisher<? extends T> body(Scope scope) {
        return Flux.from(UserCode.call(function, scope)).contextWrite(context -> Held.entering(context, scope.gate()));
    }

    @Override
    Publisher<Void> end(Scope scope, Outcome outcome, @Nullable Throwable error) {
        return commits && outcome == Outcome.COMPLETED
                ? scope.endCommitted(ScopeRun::over)
                : scope.endRolledBack(ScopeRun::over);
    }

    private static IllegalStateException over() {
        return new IllegalStateException(
                "the function that a transaction was given to has ended, and the transaction with it; subscribe to its statements inside");
    }
}
