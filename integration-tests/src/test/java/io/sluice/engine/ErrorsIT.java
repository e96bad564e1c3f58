package io.sluice.engine;

import static io.sluice.sql.Sql.text;
import static io.sluice.test.assertion.SqlAssertions.assertThatNothingLeaked;
import static io.sluice.type.SqlTypes.BOOLEAN;
import static io.sluice.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.test.database.Template;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;

/** Each kind of failure, provoked for real: its exception, what it names, and that it repeats no value. */
@Timeout(60)
class ErrorsIT {
    private static final String CANARY = "c4nary";

    private static final Template FAMILY = Template.of(
            "CREATE TABLE parent (id INTEGER NOT NULL, CONSTRAINT pk_parent PRIMARY KEY (id))",
            "CREATE TABLE child (id INTEGER NOT NULL PRIMARY KEY, parent_id INTEGER, name VARCHAR(20) NOT NULL, cents INTEGER,"
                    + " CONSTRAINT uq_child_name UNIQUE (name), CONSTRAINT fk_child_parent FOREIGN KEY (parent_id) REFERENCES parent (id),"
                    + " CONSTRAINT ck_child_cents CHECK (cents >= 0))",
            "INSERT INTO parent (id) VALUES (1)",
            "INSERT INTO child (id, parent_id, name, cents) VALUES (1, 1, '" + CANARY + "', 5)");

    @Nested
    class OnPostgresql extends Failures {
        OnPostgresql() {
            super(TestServer.POSTGRESQL);
        }

        @Test
        void anExclusionConstraint() {
            run(engine.execute(
                            text(
                                    "CREATE TABLE booking (during int4range, CONSTRAINT ex_booking EXCLUDE USING gist (during WITH &&))"))
                    .done());
            String book = "INSERT INTO booking VALUES (int4range(1, 5))";
            run(engine.execute(text(book)).done());

            ExclusionViolationException error = failure(ExclusionViolationException.class, book);
            assertThat(error.constraint()).contains("ex_booking");
        }

        @Test
        void aLockThatIsNotWaitedFor() {
            Throwable error = errorOf(engine.inTransaction(
                    tx -> tx.execute(text("SELECT id FROM child FOR UPDATE").returning(INTEGER))
                            .list()
                            .then(engine.execute(text("SELECT id FROM child FOR UPDATE NOWAIT")
                                            .returning(INTEGER))
                                    .list())));

            assertThat(error).isInstanceOf(LockTimeoutException.class);
        }

        @Test
        void aTimeoutOfTheServer() {
            Throwable error = errorOf(engine.inTransaction(
                    tx -> tx.execute(text("SELECT set_config('statement_timeout', '50', true)")
                                    .returning(io.sluice.type.SqlTypes.TEXT))
                            .one()
                            .then(tx.execute(text("SELECT 1 FROM pg_sleep(20)").returning(INTEGER))
                                    .one())));

            assertThat(error).isInstanceOf(StatementCancelledException.class);
        }

        @Test
        void aConnectionThatIsGone() {
            Throwable error = errorOf(engine.inTransaction(tx -> tx.execute(
                            text("SELECT pg_backend_pid()").returning(INTEGER))
                    .one()
                    .flatMap(pid -> engine.execute(text("SELECT pg_terminate_backend(:pid)")
                                    .bind("pid", pid)
                                    .returning(BOOLEAN))
                            .one())
                    .then(tx.execute(text("SELECT 1").returning(INTEGER)).one())));

            assertThat(error).isInstanceOf(ConnectionLostException.class);
            assertThat(now(engine.execute(text("SELECT 1").returning(INTEGER)).one()))
                    .isEqualTo(1);
        }
    }

    @Nested
    class OnH2 extends Failures {
        OnH2() {
            super(TestServer.H2);
        }
    }

    @Nested
    class OnMariadb extends Failures {
        OnMariadb() {
            super(TestServer.MARIADB);
        }
    }

    abstract static class Failures {
        private final TestServer server;
        private TestDatabase database;
        Engine engine;

        Failures(TestServer server) {
            this.server = server;
        }

        @BeforeEach
        void open() {
            database = server.database(FAMILY);
            engine =
                    Engine.create(database.url(), options -> options.poolSize(2).poolTimeout(Duration.ofSeconds(20)));
        }

        @AfterEach
        void close() {
            assertThatNothingLeaked(engine);
            engine.close().block(OnDatabase.SOON);
            database.close();
        }

        @Test
        void aUniqueKey() {
            UniqueViolationException error = failure(
                    UniqueViolationException.class, "INSERT INTO child (id, name) VALUES (2, '" + CANARY + "')");

            assertThat(error.constraint())
                    .hasValueSatisfying(name -> assertThat(name).isEqualToIgnoringCase("uq_child_name"));
            assertThat(error.isRetryable()).isFalse();
        }

        @Test
        void aForeignKeyOnBothSides() {
            ForeignKeyViolationException absent = failure(
                    ForeignKeyViolationException.class, "INSERT INTO child (id, parent_id, name) VALUES (2, 99, 'x')");
            ForeignKeyViolationException used =
                    failure(ForeignKeyViolationException.class, "DELETE FROM parent WHERE id = 1");

            assertThat(absent.constraint())
                    .hasValueSatisfying(name -> assertThat(name).isEqualToIgnoringCase("fk_child_parent"));
            assertThat(absent.table())
                    .hasValueSatisfying(name -> assertThat(name).isEqualToIgnoringCase("child"));
            assertThat(used.constraint())
                    .hasValueSatisfying(name -> assertThat(name).isEqualToIgnoringCase("fk_child_parent"));
        }

        @Test
        void aNull() {
            NotNullViolationException error =
                    failure(NotNullViolationException.class, "INSERT INTO child (id, name) VALUES (2, NULL)");

            assertThat(error.columns()).singleElement().asString().isEqualToIgnoringCase("name");
        }

        @Test
        void aCheck() {
            CheckViolationException error =
                    failure(CheckViolationException.class, "INSERT INTO child (id, name, cents) VALUES (2, 'x', -5)");

            assertThat(error.constraint())
                    .hasValueSatisfying(name -> assertThat(name).isEqualToIgnoringCase("ck_child_cents"));
            assertThat(error).hasMessageContaining("a check constraint does not hold");
        }

        @Test
        void whatIsNotThere() {
            failure(UndefinedObjectException.class, "DELETE FROM nowhere WHERE name = '" + CANARY + "'");
            failure(UndefinedObjectException.class, "DELETE FROM child WHERE nothing = '" + CANARY + "'");
        }

        @Test
        void whatIsNotSql() {
            failure(SyntaxException.class, "DELETE child FROMM WHERE");
        }

        @Test
        void aPoolThatIsUsedUp() {
            Engine one =
                    Engine.create(database.url(), options -> options.poolSize(1).poolTimeout(Duration.ofMillis(200)));
            var held = one.inTransaction(tx -> tx.execute(text("SELECT 1").returning(INTEGER))
                            .one()
                            .then(Mono.never()))
                    .subscribe();
            Mono<Integer> second =
                    one.execute(text("SELECT 1").returning(INTEGER)).one();
            Mono.just(one)
                    .filter(engine -> engine.poolStatus().leased() == 1)
                    .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(10)))
                    .block(OnDatabase.SOON);

            assertThat(errorOf(second))
                    .isInstanceOf(PoolTimeoutException.class)
                    .hasMessageContaining("1 of 1 are in use");
            held.dispose();
            assertThatNothingLeaked(one);
            one.close().block(OnDatabase.SOON);
        }

        <E extends DatabaseException> E failure(Class<E> type, String sql) {
            Throwable error = errorOf(engine.execute(text(sql)).rowCount());

            assertThat(error).isInstanceOf(type);
            var printed = new StringWriter();
            error.printStackTrace(new PrintWriter(printed));
            assertThat(printed.toString().replace(sql, "")).doesNotContain(CANARY);
            assertThat(((DatabaseException) error).sql()).isEqualTo(sql);
            return type.cast(error);
        }

        static Throwable errorOf(Mono<?> failing) {
            return failing.<Throwable>map(value -> new AssertionError("no error, but " + value))
                    .onErrorResume(Mono::just)
                    .switchIfEmpty(Mono.just(new AssertionError("no error")))
                    .blockOptional(OnDatabase.SOON)
                    .orElseThrow();
        }

        static void run(Mono<Void> done) {
            done.block(OnDatabase.SOON);
        }

        static int now(Mono<Integer> value) {
            return value.blockOptional(OnDatabase.SOON).orElseThrow();
        }
    }
}
