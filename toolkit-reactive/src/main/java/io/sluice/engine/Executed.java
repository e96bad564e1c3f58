package io.sluice.engine;

import reactor.core.publisher.Mono;

/** What a command will do. Nothing happens before subscription, and each subscription runs the command. */
public interface Executed {

    /** How many rows it touched. Refused before anything is sent where the driver would not tell. */
    Mono<Long> rowCount();

    /** Completes when it is done, for those who do not count. */
    Mono<Void> done();

    /** How the database would run it. Nothing is run. */
    Mono<Plan> explain();

    /**
     * How the database runs it, with what each step took. It is run for that, with all its effects: measure a change in a
     * transaction that you roll back.
     */
    Mono<Plan> analyze();
}
