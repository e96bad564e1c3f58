package io.sluice.engine;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A part of a transaction, between a savepoint and its release or the way back to it. */
final class NestedRun<T> extends Borrowing<NestedRun.Part, T> {
    private final ScopePlace outer;
    private final Function<? super ScopePlace, ? extends Publisher<T>> function;

    NestedRun(ScopePlace outer, Function<? super ScopePlace, ? extends Publisher<T>> function) {
        this.outer = outer;
        this.function = function;
    }

    record Part(String savepoint, ScopePlace place) {}

    /** Once the savepoint is there, and not before, the outer place has to wait: what was said earlier comes earlier. */
    @Override
    Publisher<? extends Part> lender() {
        return Mono.defer(() -> {
            if (!outer.enter()) {
                return Mono.error(alreadyIn());
            }
            Scope scope = outer.scope();
            var part = new Part(scope.nextSavepoint(), new ScopePlace(scope));
            return scope.control(outer, "SAVEPOINT", turn -> {
                        outer.refuse(NestedRun::busy);
                        return turn.connection().createSavepoint(part.savepoint());
                    })
                    .doOnError(error -> letGo())
                    .thenReturn(part);
        });
    }

    @Override
    boolean lendsUntilCancelled() {
        return false;
    }

    @Override
    Publisher<? extends T> body(Part part) {
        return UserCode.call(function, part.place());
    }

    @Override
    Publisher<Void> end(Part part, Outcome outcome, @Nullable Throwable error) {
        part.place().refuse(NestedRun::over);
        outer.refuse(null);
        Scope scope = outer.scope();
        Mono<Void> end = outcome == Outcome.COMPLETED
                ? scope.control(
                        outer, "RELEASE SAVEPOINT", turn -> turn.connection().releaseSavepoint(part.savepoint()))
                : scope.control(
                        outer,
                        "ROLLBACK TO SAVEPOINT",
                        turn -> turn.connection().rollbackTransactionToSavepoint(part.savepoint()));
        return end.doOnTerminate(outer::leave);
    }

    private void letGo() {
        outer.refuse(null);
        outer.leave();
    }

    private static OverlapException alreadyIn() {
        return new OverlapException(
                "a nested(…) part is running on this transaction, and another cannot begin before it ends; run them one after the other, or nest inside the transaction that the first was given");
    }

    private static OverlapException busy() {
        return new OverlapException(
                "a nested(…) part is running on this transaction; until it ends, statements go through the transaction that it was given");
    }

    private static IllegalStateException over() {
        return new IllegalStateException(
                "a nested(…) part has ended, and its transaction with it; use the transaction around it");
    }
}
