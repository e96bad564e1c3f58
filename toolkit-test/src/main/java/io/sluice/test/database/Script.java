package io.sluice.test.database;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Statements run one after another on a connection of their own. Waits: making a test database is set-up, not the code under test. */
record Script(List<String> statements) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    static Script of(String... statements) {
        return new Script(List.of(statements));
    }

    void run(DatabaseUrl url) {
        in(url).block(PATIENCE);
    }

    Mono<Void> in(DatabaseUrl url) {
        return Mono.usingWhen(
                Mono.defer(
                        () -> Mono.from(ConnectionFactories.get(url.options()).create())),
                connection -> Flux.fromIterable(statements)
                        .concatMap(statement -> execute(connection, statement))
                        .then(),
                Connection::close);
    }

    private static Publisher<Long> execute(Connection connection, String statement) {
        return Flux.from(connection.createStatement(statement).execute()).concatMap(Result::getRowsUpdated);
    }
}
