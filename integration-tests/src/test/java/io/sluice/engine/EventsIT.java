package io.sluice.engine;

import static io.sluice.engine.Accounts.ACCOUNTS;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.text;
import static io.sluice.test.assertion.SqlAssertions.assertThatNothingLeaked;
import static io.sluice.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcException;
import io.sluice.engine.EngineEvent.Began;
import io.sluice.engine.EngineEvent.CheckedIn;
import io.sluice.engine.EngineEvent.CheckedOut;
import io.sluice.engine.EngineEvent.CheckoutFailed;
import io.sluice.engine.EngineEvent.CommitFailed;
import io.sluice.engine.EngineEvent.Committed;
import io.sluice.engine.EngineEvent.RolledBack;
import io.sluice.engine.EngineEvent.StatementEnded;
import io.sluice.engine.EngineEvent.StatementStarted;
import io.sluice.logging.LogCapture;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What an engine tells its listeners and its log. */
class EventsIT {

    @Nested
    class OnPostgresql extends Events {
        OnPostgresql() {
            super(TestServer.POSTGRESQL);
        }

        @Test
        void tellsOfACommitThatFailed() {
            now(engine.execute(text("ALTER TABLE account ADD CONSTRAINT self FOREIGN KEY (balance) REFERENCES account"
                            + " DEFERRABLE INITIALLY DEFERRED NOT VALID"))
                    .done()
                    .thenReturn(true));

            Mono<Long> change =
                    listened().inTransaction(tx -> tx.execute(add(5_000, 1)).rowCount());

            StepVerifier.create(change).verifyError(ForeignKeyViolationException.class);
            awaitCheckIn();
            assertThat(kinds())
                    .containsExactly(
                            CheckedOut.class,
                            Began.class,
                            StatementStarted.class,
                            StatementEnded.class,
                            CommitFailed.class,
                            CheckedIn.class);
        }
    }

    @Nested
    class OnH2 extends Events {
        OnH2() {
            super(TestServer.H2);
        }
    }

    @Nested
    class OnMariadb extends Events {
        OnMariadb() {
            super(TestServer.MARIADB);
        }
    }

    abstract static class Events extends OnDatabase {
        private static final String CANARY = "c4nary";

        private final List<EngineEvent> events = new CopyOnWriteArrayList<>();
        private final List<Engine> engines = new CopyOnWriteArrayList<>();

        Events(TestServer server) {
            super(server);
        }

        @AfterEach
        void closeOthers() {
            engines.forEach(other -> {
                assertThatNothingLeaked(other);
                other.close().block(SOON);
            });
        }

        Engine listened() {
            return engine(options -> options.poolSize(1).listen(EngineEvent.class, events::add));
        }

        private Engine engine(UnaryOperator<EngineOptions> options) {
            Engine other = engineWith(options);
            engines.add(other);
            return other;
        }

        List<Class<?>> kinds() {
            return events.stream().<Class<?>>map(EngineEvent::getClass).toList();
        }

        private <E extends EngineEvent> E only(Class<E> kind) {
            return events.stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .reduce((one, other) -> {
                        throw new AssertionError("several: %s and %s".formatted(one, other));
                    })
                    .orElseThrow();
        }

        /** A connection is back in the pool just after its subscriber heard of the end. */
        void awaitCheckIn() {
            Mono.fromSupplier(() -> events.stream().anyMatch(CheckedIn.class::isInstance))
                    .filter(isIn -> isIn)
                    .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(5)))
                    .block(SOON);
        }

        @Test
        void tellsOfAStatementFromItsConnectionToItsEnd() {
            now(listened().execute(balanceOf(1)).one());

            awaitCheckIn();
            assertThat(kinds())
                    .containsExactly(CheckedOut.class, StatementStarted.class, StatementEnded.class, CheckedIn.class);
            SentStatement sent = only(StatementStarted.class).statement();
            StatementEnded ended = only(StatementEnded.class);
            assertThat(ended.statement()).isSameAs(sent);
            assertThat(sent.sql()).isEqualTo(balanceOf(1).sql(engine.dialect()).text());
            assertThat(sent.parameterTypes()).containsExactly(INTEGER);
            assertThat(sent.values()).isNull();
            assertThat(ended.outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(ended.rows()).isEqualTo(OptionalLong.of(1));
            assertThat(ended.duration()).isPositive();
            assertThat(only(CheckedOut.class).owner()).isEqualTo(sent.sql());
            assertThat(only(CheckedIn.class).held()).isPositive();
        }

        @Test
        void tellsOfATransactionThatIsCommitted() {
            now(listened()
                    .inTransaction(tx -> tx.execute(add(1, 1))
                            .rowCount()
                            .then(tx.execute(balanceOf(1)).one())));

            awaitCheckIn();
            assertThat(kinds())
                    .containsExactly(
                            CheckedOut.class,
                            Began.class,
                            StatementStarted.class,
                            StatementEnded.class,
                            StatementStarted.class,
                            StatementEnded.class,
                            Committed.class,
                            CheckedIn.class);
            assertThat(only(Committed.class).owner()).startsWith("inTransaction(…) at EventsIT.java:");
        }

        @Test
        void tellsOfATransactionThatIsUndone() {
            Mono<Integer> failing = listened()
                    .inTransaction(tx -> tx.execute(add(1, 1))
                            .rowCount()
                            .then(Mono.error(new IllegalStateException("changed my mind"))));

            StepVerifier.create(failing).verifyErrorMessage("changed my mind");
            awaitCheckIn();
            assertThat(kinds())
                    .containsExactly(
                            CheckedOut.class,
                            Began.class,
                            StatementStarted.class,
                            StatementEnded.class,
                            RolledBack.class,
                            CheckedIn.class);
        }

        @Test
        void tellsWhyAStatementFailed() {
            Mono<Long> failing = listened().execute(text("DELETE FROM nowhere")).rowCount();

            StepVerifier.create(failing).verifyError(UndefinedObjectException.class);
            StatementEnded ended = only(StatementEnded.class);
            assertThat(ended.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(ended.error()).isInstanceOf(UndefinedObjectException.class);
        }

        @Test
        void tellsOfAReaderWhoLeaves() {
            now(listened()
                    .execute(select(ACCOUNTS.id).from(ACCOUNTS))
                    .all()
                    .take(3)
                    .collectList());

            awaitCheckIn();
            StatementEnded ended = only(StatementEnded.class);
            assertThat(ended.outcome()).isEqualTo(Outcome.CANCELLED);
        }

        @Test
        void countsTheRowsOfAStreamAndOfAChange() {
            Engine listened = listened();
            now(listened.inTransaction(tx -> tx.with(options -> options.fetchSize(300))
                    .execute(select(ACCOUNTS.id).from(ACCOUNTS))
                    .all()
                    .count()));
            assertThat(only(StatementEnded.class).rows()).isEqualTo(OptionalLong.of(Accounts.COUNT));

            events.clear();
            now(listened.execute(text("UPDATE account SET balance = 7 WHERE id <= 12"))
                    .rowCount());
            assertThat(only(StatementEnded.class).rows()).isEqualTo(OptionalLong.of(12));
        }

        @Test
        void tellsOfAPoolThatHadNoConnection() {
            Engine small = engine(options ->
                    options.poolSize(1).poolTimeout(Duration.ofMillis(100)).listen(CheckoutFailed.class, events::add));
            Disposable holder = small.inTransaction(
                            tx -> tx.execute(balanceOf(1)).one().then(Mono.never()))
                    .subscribe();
            Mono.fromSupplier(() -> small.poolStatus().leased())
                    .filter(leased -> leased == 1)
                    .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(5)))
                    .block(SOON);

            StepVerifier.create(small.execute(balanceOf(2)).one()).verifyError(PoolTimeoutException.class);
            holder.dispose();
            CheckoutFailed failed = only(CheckoutFailed.class);
            assertThat(failed.error()).isInstanceOf(PoolTimeoutException.class);
            assertThat(failed.waited()).isPositive();
        }

        @Test
        void isNotDisturbedByListenersThatThrow() {
            Engine engine = engine(options -> options.poolSize(1).listen(EngineEvent.class, event -> {
                throw new AssertionError("a listener's own");
            }));
            try (var log = LogCapture.of("io.sluice.engine.Listening", Level.WARN)) {
                for (int i = 0; i < 3; i++) {
                    now(engine.inTransaction(tx -> tx.execute(balanceOf(1)).one()));
                }
                assertThat(log.texts("io.sluice.engine.Listening"))
                        .contains("a listener of StatementEnded failed, which changes nothing else");
            }
        }

        @Test
        void tellsValuesOnlyWhenAskedTo() {
            Engine revealing = engine(options -> options.revealValues(true).listen(StatementEnded.class, events::add));
            now(revealing.execute(balanceOf(42)).one());

            List<?> values = only(StatementEnded.class).statement().values();
            assertThat(values).isEqualTo(List.of(42));
        }

        @Test
        void echoesStatementsWithTypesAndDuration() {
            try (var log = LogCapture.of("io.sluice.sql", Level.DEBUG)) {
                now(engine.execute(balanceOf(1)).one());
                assertThat(log.texts("io.sluice.sql"))
                        .singleElement()
                        .asString()
                        .matches("COMPLETED in \\d+\\.\\d\\d ms, 1 row: SELECT account.balance FROM account"
                                + " WHERE account.id = .* with \\[integer]");
            }
        }

        @Test
        void echoesTransactionsAndFailures() {
            Function<Transaction, Mono<Long>> work =
                    tx -> tx.execute(text("DELETE FROM nowhere")).rowCount();
            try (var log = LogCapture.of("io.sluice.sql", Level.DEBUG)) {
                StepVerifier.create(engine.inTransaction(work)).verifyError();
                assertThat(log.texts("io.sluice.sql")).hasSize(3);
                assertThat(log.texts("io.sluice.sql").get(0))
                        .startsWith("BEGIN for inTransaction(…) at EventsIT.java:");
                assertThat(log.texts("io.sluice.sql").get(1)).startsWith("FAILED by UndefinedObjectException [42");
                assertThat(log.texts("io.sluice.sql").get(2)).startsWith("ROLLBACK for inTransaction(…)");
            }
        }

        @Test
        void echoesValuesOnlyWhenAskedTo() {
            var named = text("SELECT 1 FROM account WHERE :name = 'x'")
                    .bind("name", CANARY)
                    .returning(INTEGER);
            Engine revealing = engine(options -> options.revealValues(true));
            try (var log = LogCapture.of("io.sluice.", Level.TRACE)) {
                now(engine.execute(named).list());
                assertThat(log.lines())
                        .isNotEmpty()
                        .noneMatch(line -> line.toString().contains(CANARY));
                now(revealing.execute(named).list());
                assertThat(log.texts("io.sluice.sql")).anyMatch(text -> text.endsWith("[" + CANARY + "]"));
            }
        }

        @Test
        void warnsOfSlowStatementsOnly() {
            Engine patient = engine(options -> options.slowAfter(Duration.ofHours(1)));
            Engine hasty = engine(options -> options.slowAfter(Duration.ofNanos(1)));
            try (var log = LogCapture.of("io.sluice.slow", Level.WARN)) {
                now(patient.execute(balanceOf(1)).one());
                assertThat(log.lines()).isEmpty();
                now(hasty.execute(balanceOf(1)).one());
                assertThat(log.texts("io.sluice.slow"))
                        .singleElement()
                        .asString()
                        .startsWith("slow: COMPLETED in ")
                        .endsWith(" with [integer]");
            }
        }

        @Test
        void keepsTheDriversExceptionOnlyWhenAskedTo() {
            String again = "INSERT INTO account (id, balance) VALUES (1, 1)";
            Engine revealing = engine(options -> options.revealValues(true));

            StepVerifier.create(engine.execute(text(again)).rowCount())
                    .verifyErrorSatisfies(error -> assertThat(error).hasNoCause());
            StepVerifier.create(revealing.execute(text(again)).rowCount())
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(UniqueViolationException.class)
                            .hasCauseInstanceOf(R2dbcException.class));
        }
    }
}
