package io.sluice.engine;

import io.sluice.engine.StatementEvent.Outcome;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A part of a transaction, between a savepoint and its release or the way back to it. */
final class NestedRun<T> extends Borrowing<NestedRun.Part, T> {
    private final Transaction outer;
    private final Function<? super Transaction, ? extends Publisher<T>> function;

    NestedRun(Transaction outer, Function<? super Transaction, ? extends Publisher<T>> function) {
        this.outer = outer;
        this.function = function;
    }

    record Part(String savepoint, Transaction transaction) {}

    /** Once the savepoint is there, and not before, the outer transaction has to wait: what was said earlier comes earlier. */
    @Override
    Publisher<? extends Part> lender() {
        return Mono.defer(() -> {
            var part = new Part(outer.scope().nextSavepoint(), outer.nestedOne());
            Optional<OverlapException> overlap = outer.enter(part.savepoint());
            if (overlap.isPresent()) {
                return Mono.error(overlap.get());
            }
            return outer.scope()
                    .control(outer.place(), "SAVEPOINT", turn -> {
                        outer.place().refuse(NestedRun::busy);
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
        return UserCode.call(function, part.transaction());
    }

    @Override
    Publisher<Void> end(Part part, Outcome outcome, @Nullable Throwable error) {
        part.transaction().place().refuse(NestedRun::over);
        outer.place().refuse(null);
        Mono<Void> end = outcome == Outcome.COMPLETED
                ? outer.scope()
                        .control(
                                outer.place(),
                                "RELEASE SAVEPOINT",
                                turn -> turn.connection().releaseSavepoint(part.savepoint()))
                : outer.scope()
                        .control(
                                outer.place(),
                                "ROLLBACK TO SAVEPOINT",
                                turn -> turn.connection().rollbackTransactionToSavepoint(part.savepoint()));
        return end.doOnTerminate(outer::leave);
    }

    private void letGo() {
        outer.place().refuse(null);
        outer.leave();
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
