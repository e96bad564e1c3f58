package io.sluice.engine;

import io.sluice.sql.Command;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A command and where it will run. */
record CommandResult(Command command, Execution execution) implements Executed {

    @Override
    public Mono<Long> rowCount() {
        return Flux.defer(() -> execution.rowCounts(command.tree())).reduce(0L, Long::sum);
    }

    @Override
    public Mono<Void> done() {
        return Flux.defer(() -> execution.completion(command.tree())).then();
    }
}
