package io.sluice.engine;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A turn for what is no statement: a commit, a savepoint. It is not stopped half way by who leaves. */
final class ControlRun extends Borrowing<Turn, Void> {
    private final Mono<Turn> turns;
    private final Wire wire;
    private final String what;
    private final Scope.Action action;

    ControlRun(Mono<Turn> turns, Wire wire, String what, Scope.Action action) {
        this.turns = turns;
        this.wire = wire;
        this.what = what;
        this.action = action;
    }

    @Override
    Publisher<? extends Turn> lender() {
        return turns;
    }

    @Override
    Publisher<Void> body(Turn turn) {
        return wire.calling(() -> action.on(turn));
    }

    @Override
    Publisher<Void> end(Turn turn, Outcome outcome, @Nullable Throwable error) {
        return turn.end(outcome, error);
    }

    @Override
    Throwable translated(Throwable error) {
        return wire.errors().ofStatement(error, what);
    }
}
