package io.sluice.session;

import io.sluice.engine.Executed;
import io.sluice.engine.Plan;
import io.sluice.sql.Command;
import reactor.core.publisher.Mono;

/** A command in a session. */
record SessionCommand(Command command, Executed executed, Calls calls) implements Executed {

    @Override
    public Mono<Long> rowCount() {
        return calls.call(() -> "rowCount() of " + command, section -> executed.rowCount());
    }

    @Override
    public Mono<Void> done() {
        return calls.call(() -> "done() of " + command, section -> executed.done());
    }

    @Override
    public Mono<Plan> explain() {
        return calls.call(() -> "explain() of " + command, section -> executed.explain());
    }

    @Override
    public Mono<Plan> analyze() {
        return calls.call(() -> "analyze() of " + command, section -> executed.analyze());
    }
}
