package io.sluice.test.database;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.List;
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

    /** Looks for the driver at once: that reads jars, which a thread that subscribes later may not. */
    Mono<Void> in(DatabaseUrl url) {
        ConnectionFactory driver = ConnectionFactories.get(url.options());
        return Mono.usingWhen(
                driver.create(),
                connection -> Flux.fromIterable(statements)
                        .concatMap(statement -> execute(connection, statement))
                        .then(),
                Connection::close);
    }

    private static Flux<Long> execute(Connection connection, String statement) {
        return Flux.from(connection.createStatement(statement).execute())
                .concatMap(Result::getRowsUpdated)
                .onErrorMap(R2dbcException.class, e -> new StatementFailure(statement, e));
    }

    /** Says which of the statements failed; they are set-up that users wrote, without bound values. */
    static final class StatementFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StatementFailure(String statement, R2dbcException cause) {
            super("'%s' failed: %s".formatted(statement, cause.getMessage()), cause);
        }
    }
}
