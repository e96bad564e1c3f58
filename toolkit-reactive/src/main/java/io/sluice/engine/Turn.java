package io.sluice.engine;

import io.r2dbc.spi.Connection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The right to run one statement on a connection, until it is ended. */
interface Turn {

    Connection connection();

    /** The lease that the turn is on. */
    Lease lease();

    /** When it began, in nanoseconds of the JVM's clock. */
    long since();

    /** Ends the turn. After anything but completion the server is quiet again before somebody else has a turn. */
    Mono<Void> end(Outcome outcome, @Nullable Throwable error);
}
