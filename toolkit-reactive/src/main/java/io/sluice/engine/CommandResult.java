package io.sluice.engine;

import io.sluice.sql.Command;
import reactor.core.publisher.Mono;

/** A command and how it will run. */
record CommandResult(Command command, Execution execution) implements Executed {

    @Override
    public Mono<Long> rowCount() {
        return Mono.defer(() -> execution.rowCount(command.tree()));
    }

    @Override
    public Mono<Void> done() {
        return Mono.defer(() -> execution.done(command.tree()));
    }

    @Override
    public Mono<Plan> explain() {
        return Mono.defer(() -> execution.plan(command.tree(), false));
    }

    @Override
    public Mono<Plan> analyze() {
        return Mono.defer(() -> execution.plan(command.tree(), true));
    }

    @Override
    public String toString() {
        return "Executed[%s]".formatted(command);
    }
}
