package io.sluice.engine;

import static io.sluice.engine.Accounts.ACCOUNTS;
import static io.sluice.engine.TransactionOptions.Isolation.REPEATABLE_READ;
import static io.sluice.engine.TransactionOptions.Isolation.SERIALIZABLE;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.text;
import static io.sluice.type.SqlTypes.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sql.Query;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Failures that others bring about: who waits for each other, who was first, who stops a statement, who ends a connection. */
class ConflictsIT {

    @Nested
    class OnPostgresql extends Conflicts {
        OnPostgresql() {
            super(TestServer.POSTGRESQL);
        }

        @Test
        void transactionsThatReadWhatTheOtherWrites() {
            var met = new Rendezvous(2);
            var errors = errorsOf(
                    options -> options.isolation(SERIALIZABLE),
                    (tx, id) -> tx.execute(select(sum(ACCOUNTS.balance)).from(ACCOUNTS))
                            .one()
                            .then(met.arrive())
                            .then(tx.execute(add(1, id)).rowCount()));

            assertThat(errors).singleElement().isInstanceOf(SerializationFailureException.class);
        }

        @Test
        void aRowThatWasChangedSinceTheTransactionSawIt() {
            Mono<Long> late = engine.inTransaction(
                    options -> options.isolation(REPEATABLE_READ),
                    tx -> tx.execute(balanceOf(1))
                            .one()
                            .then(engine.execute(add(5, 1)).rowCount())
                            .then(tx.execute(add(1, 1)).rowCount()));

            assertThat(ErrorsIT.Failures.errorOf(late))
                    .isInstanceOfSatisfying(
                            SerializationFailureException.class,
                            error -> assertThat(error.isRetryable()).isTrue());
        }

        @Test
        void aStatementThatSomebodyStops() {
            assertThat(errorOfStopped(
                            "pg_backend_pid()",
                            "SELECT 1 FROM pg_sleep(30)",
                            id -> "SELECT pg_cancel_backend(" + id + ")"))
                    .isInstanceOf(StatementCancelledException.class);
        }

        @Test
        void aConnectionThatSomebodyEnds() {
            assertThat(errorOfStopped(
                            "pg_backend_pid()",
                            "SELECT 1 FROM pg_sleep(30)",
                            id -> "SELECT pg_terminate_backend(" + id + ")"))
                    .isInstanceOf(ConnectionLostException.class);
        }
    }

    @Nested
    class OnH2 extends Conflicts {
        OnH2() {
            super(TestServer.H2);
        }

        @Test
        void aTimeoutOfTheDatabase() {
            Engine hasty = engineWith(options -> options.poolSize(1));
            Mono<?> slow = hasty.inTransaction(tx -> tx.execute(text("SET QUERY_TIMEOUT 100"))
                    .done()
                    .then(tx.execute(text("SELECT count(*) FROM system_range(1, 100000), system_range(1, 100000)")
                                    .returning(BIGINT))
                            .one()));

            assertThat(ErrorsIT.Failures.errorOf(slow)).isInstanceOf(StatementCancelledException.class);
            hasty.close().block(SOON);
        }

        @Test
        void aDatabaseThatIsClosed() {
            Mono<?> late = engine.connect(conn -> conn.execute(text("SHUTDOWN IMMEDIATELY"))
                    .done()
                    .onErrorComplete()
                    .then(conn.execute(balanceOf(1)).one()));

            assertThat(ErrorsIT.Failures.errorOf(late)).isInstanceOf(ConnectionLostException.class);
        }
    }

    @Nested
    class OnMariadb extends Conflicts {
        OnMariadb() {
            super(TestServer.MARIADB);
        }

        @Test
        void aRowThatWasChangedSinceTheTransactionSawIt() {
            Mono<Long> late = engine.inTransaction(
                    options -> options.isolation(REPEATABLE_READ),
                    tx -> tx.execute(text("SET SESSION innodb_snapshot_isolation = ON"))
                            .done()
                            .then(tx.execute(balanceOf(1)).one())
                            .then(engine.execute(add(5, 1)).rowCount())
                            .then(tx.execute(add(1, 1)).rowCount()));

            assertThat(ErrorsIT.Failures.errorOf(late))
                    .isInstanceOfSatisfying(
                            SerializationFailureException.class,
                            error -> assertThat(error.isRetryable()).isTrue());
        }

        @Test
        void aStatementThatSomebodyStops() {
            assertThat(errorOfStopped(
                            "connection_id()", "SELECT 1 FROM (SELECT sleep(30)) AS s", id -> "KILL QUERY " + id))
                    .isInstanceOf(StatementCancelledException.class);
        }

        @Test
        void aTimeoutOfTheServer() {
            Mono<?> slow = engine.inTransaction(tx -> tx.execute(
                            text("SET STATEMENT max_statement_time = 0.1 FOR SELECT count(*) FROM account a, account b, account c")
                                    .returning(BIGINT))
                    .one());

            assertThat(ErrorsIT.Failures.errorOf(slow)).isInstanceOf(StatementCancelledException.class);
        }

        @Test
        void aConnectionThatSomebodyEnds() {
            assertThat(errorOfStopped("connection_id()", "SELECT 1 FROM (SELECT sleep(30)) AS s", id -> "KILL " + id))
                    .isInstanceOf(ConnectionLostException.class);
        }
    }

    abstract static class Conflicts extends OnDatabase {
        Conflicts(TestServer server) {
            super(server);
        }

        /** What a transaction does in one of two flows. */
        interface Flow {
            Mono<Long> run(Transaction tx, int number);
        }

        /** Runs two transactions at a time, and gives the errors. */
        List<Throwable> errorsOf(UnaryOperator<TransactionOptions> options, Flow flow) {
            return Flux.just(1, 2)
                    .flatMap(number -> engine.inTransaction(options, tx -> flow.run(tx, number))
                            .then(Mono.<Throwable>empty())
                            .onErrorResume(Mono::just))
                    .collectList()
                    .blockOptional(SOON)
                    .orElseThrow();
        }

        /** A statement runs on one connection; once it does, another connection does something about it. */
        Throwable errorOfStopped(String id, String slow, LongFunction<String> stop) {
            Query<Long> own = text("SELECT CAST(" + id + " AS " + (id.startsWith("pg") ? "bigint" : "signed") + ")")
                    .returning(BIGINT);
            Mono<Long> stopped = engine.inTransaction(tx -> tx.execute(own)
                    .one()
                    .flatMap(number -> Mono.zip(
                                    tx.execute(text(slow).returning(BIGINT)).one(),
                                    Mono.delay(Duration.ofMillis(300))
                                            .flatMap(tick -> engine.execute(text(stop.apply(number)))
                                                    .done()
                                                    .thenReturn(0L)))
                            .map(both -> both.getT1())));
            return ErrorsIT.Failures.errorOf(stopped);
        }

        @Test
        void transactionsThatWaitForEachOther() {
            var met = new Rendezvous(2);
            var errors = errorsOf(
                    options -> options,
                    (tx, number) -> tx.execute(add(1, number))
                            .rowCount()
                            .then(met.arrive())
                            .then(tx.execute(add(1, 3 - number)).rowCount()));

            assertThat(errors)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            DeadlockException.class,
                            error -> assertThat(error.isRetryable()).isTrue());
        }

        @Test
        void aRowThatSomebodyElseHasLocked() {
            Mono<Integer> second = engine.inTransaction(
                    other -> other.execute(balanceOf(1).forUpdate().noWait()).one());
            Mono<Integer> first =
                    engine.inTransaction(tx -> tx.execute(add(1, 1)).rowCount().then(second));

            assertThat(ErrorsIT.Failures.errorOf(first)).isInstanceOf(LockTimeoutException.class);
        }
    }
}
