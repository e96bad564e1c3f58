package io.sluice.engine;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What can be done with a connection besides statements, where its driver may be called. */
final class Wire {
    /** How long what was left may take to end by itself before the server is told to stop it. */
    private static final Duration GRACE = Duration.ofMillis(50);

    private final ConnectionFactory factory;
    private final Driver driver;
    private final Errors errors;
    private final Scheduler scheduler;

    Wire(ConnectionFactory factory, Driver driver, Errors errors) {
        this.factory = factory;
        this.driver = driver;
        this.errors = errors;
        this.scheduler = driver.scheduler();
    }

    /** What turns what is thrown on it into what users catch. */
    Errors errors() {
        return errors;
    }

    Mono<Connection> open() {
        return calling(factory::create);
    }

    /** Whatever a driver does, on the thread where it may do it. */
    <T> Mono<T> calling(Supplier<? extends Publisher<? extends T>> call) {
        Mono<T> deferred = new Guarded<>(Mono.defer(() -> Mono.from(call.get())));
        return scheduler == Schedulers.immediate() ? deferred : deferred.subscribeOn(scheduler);
    }

    <T> Flux<T> calling(Flux<T> work) {
        return scheduler == Schedulers.immediate() ? work : work.subscribeOn(scheduler);
    }

    Scheduler timer() {
        return Schedulers.parallel();
    }

    boolean readsToTheEnd() {
        return driver.readsToTheEnd();
    }

    boolean endsTransaction(R2dbcException error) {
        return driver.endsTransaction(error);
    }

    Optional<Cursors> cursors() {
        return driver.cursors();
    }

    /** Tells the server to stop what it does for the connection, which is not used again. */
    Mono<Void> stop(Connection connection) {
        return driver.stop(factory, connection)
                .timeout(GRACE.multipliedBy(20), timer())
                .onErrorComplete();
    }

    /** Whether the driver still has its connection; asks nobody, so it may be wrong about a server that just went away. */
    boolean isOpen(Connection connection) {
        return Boolean.TRUE.equals(Now.of(connection.validate(ValidationDepth.LOCAL), true));
    }

    /** Whether the server answers. */
    Mono<Boolean> answers(Connection connection) {
        return calling(() -> connection.validate(ValidationDepth.REMOTE));
    }

    /**
     * Ends when the server has nothing left to do for the connection. Drivers answer in order, so any answer says that what
     * was sent before has ended. If none comes soon, the server is told to stop; the stop is through before the second
     * question is asked, so it can hit that one at worst, and never a statement of the next owner.
     */
    Mono<Void> quiet(Connection connection) {
        return Mono.defer(() -> {
            Mono<Boolean> first = answers(connection).cache();
            return first.timeout(GRACE, timer())
                    .onErrorResume(TimeoutException.class, late -> stopped(connection, first))
                    .then();
        });
    }

    private Mono<Boolean> stopped(Connection connection, Mono<Boolean> first) {
        return driver.stop(factory, connection)
                .then(first.onErrorReturn(false))
                .then(Mono.defer(() -> answers(connection)));
    }
}
