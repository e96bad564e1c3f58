package io.sluice.engine;

import reactor.core.publisher.Mono;

/** What a command will do. Nothing happens before subscription, and each subscription runs the command. */
public interface Executed {

    /** How many rows it touched. */
    Mono<Long> rowCount();
}
