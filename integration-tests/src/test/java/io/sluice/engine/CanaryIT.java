package io.sluice.engine;

import static io.sluice.engine.CanaryIT.Secrets.SECRETS;
import static io.sluice.schema.Columns.defaultValueFrom;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.sql.Sql.bind;
import static io.sluice.sql.Sql.cell;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.param;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.template;
import static io.sluice.sql.Sql.text;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.Sql.value;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.logging.LogCapture;
import io.sluice.logging.LogLine;
import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import io.sluice.sql.Expression;
import io.sluice.sql.Parameter;
import io.sluice.test.database.Template;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import io.sluice.type.SqlType;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.slf4j.event.Level;
import reactor.core.publisher.Mono;

/** A value that stands wherever values stand, while something fails: it comes out in no error, no log line and no text of an object. */
@Timeout(60)
class CanaryIT {
    private static final String CANARY = "c4nary-1b9f";
    private static final int NUMBER = 1_928_374_655;

    private static final Template TABLES = Template.of(
            "CREATE TABLE secrets (id INTEGER NOT NULL PRIMARY KEY, word VARCHAR(40) UNIQUE, short VARCHAR(3), number INTEGER CHECK (number < 100))",
            "INSERT INTO secrets (id, word) VALUES (1, '" + CANARY + "')",
            "INSERT INTO secrets (id, word) VALUES (" + NUMBER + ", 'x')");

    static final class Secrets extends Table {
        static final Secrets SECRETS = new Secrets();

        final Column<Integer> id = column("id", INTEGER, primaryKey());
        final Column<String> word = column("word", varchar(40), defaultValueFrom(() -> CANARY));
        final Column<String> shortWord = column("short", TEXT);
        final Column<Integer> number = column("number", INTEGER);

        private Secrets() {
            super(TableName.of("secrets"));
        }
    }

    private record Secret(int id, String word) {}

    private static final SqlType<String> RELUCTANT = TEXT.map(
            String.class,
            read -> {
                throw new IllegalArgumentException("cannot read " + read);
            },
            written -> {
                throw new IllegalArgumentException("cannot write " + written);
            });

    /** What a database refuses in words that quote it. */
    private static Expression<?> quoted(Engine engine) {
        return engine.dialect().name().equals("MariaDB")
                ? template("extractvalue('<a/>', {})", TEXT, value(CANARY + "$"))
                : template("CAST({} AS integer)", INTEGER, value(CANARY));
    }

    /** What fails, or would say something, with the canary in it. */
    private static Map<String, Function<Engine, Mono<?>>> failures() {
        Map<String, Function<Engine, Mono<?>>> all = new LinkedHashMap<>();
        all.put(
                "a unique key",
                engine -> engine.execute(insertInto(SECRETS).values(SECRETS.id.to(2), SECRETS.word.to(CANARY)))
                        .rowCount());
        all.put(
                "a primary key",
                engine -> engine.execute(insertInto(SECRETS).values(SECRETS.id.to(NUMBER)))
                        .rowCount());
        all.put(
                "a default that the toolkit sends",
                engine -> engine.execute(insertInto(SECRETS).values(SECRETS.id.to(2)))
                        .rowCount());
        all.put(
                "a text that is too long",
                engine -> engine.execute(update(SECRETS)
                                .set(SECRETS.shortWord.to(CANARY))
                                .where(SECRETS.id.eq(1)))
                        .rowCount());
        all.put(
                "a check",
                engine -> engine.execute(
                                update(SECRETS).set(SECRETS.number.to(NUMBER)).where(SECRETS.word.eq(CANARY)))
                        .rowCount());
        all.put(
                "text by hand",
                engine -> engine.execute(text("INSERT INTO secrets (id, word) VALUES (2, :word)")
                                .bind("word", CANARY))
                        .rowCount());
        all.put(
                "a template",
                engine -> engine.execute(select(quoted(engine)).from(SECRETS)).list());
        all.put(
                "a list",
                engine -> engine.execute(select(quoted(engine))
                                .from(SECRETS)
                                .where(SECRETS.word.in(List.of(CANARY, "other")), SECRETS.id.in(List.of(NUMBER, 1))))
                        .list());
        Parameter<Integer> id = param("id", INTEGER);
        Parameter<String> word = param("word", TEXT);
        all.put(
                "sets of values",
                engine -> engine.execute(insertInto(SECRETS)
                                .values(SECRETS.id.to(id), SECRETS.word.to(word))
                                .forEach(
                                        List.of(new Secret(5, CANARY), new Secret(6, CANARY)),
                                        bind(id, Secret::id),
                                        bind(word, Secret::word)))
                        .rowCount());
        all.put(
                "a getter that throws",
                engine -> Mono.defer(() -> engine.execute(insertInto(SECRETS)
                                .values(SECRETS.id.to(id), SECRETS.word.to(word))
                                .forEach(List.of(new Secret(5, CANARY)), bind(id, Secret::id), bind(word, secret -> {
                                    throw new IllegalStateException();
                                })))
                        .rowCount()));
        all.put(
                "many rows",
                engine -> engine.execute(insertInto(SECRETS)
                                .rows(
                                        List.of(new Secret(5, CANARY), new Secret(6, "y")),
                                        cell(SECRETS.id, Secret::id),
                                        cell(SECRETS.word, Secret::word)))
                        .rowCount());
        all.put(
                "a cursor",
                engine -> engine.streamInTransaction(tx ->
                                tx.execute(select(quoted(engine)).from(SECRETS)).all())
                        .collectList());
        all.put(
                "a part of a transaction",
                engine -> engine.inTransaction(tx -> tx.nested(
                        part -> part.execute(insertInto(SECRETS).values(SECRETS.id.to(2), SECRETS.word.to(CANARY)))
                                .rowCount())));
        all.put(
                "a domain type that cannot write",
                engine -> engine.execute(select(value(CANARY, RELUCTANT)).from(SECRETS))
                        .list());
        all.put(
                "a domain type that cannot read",
                engine -> engine.execute(text("SELECT word FROM secrets").returning(RELUCTANT))
                        .list());
        all.put(
                "a value of another type",
                engine -> engine.execute(
                                text("SELECT word FROM secrets WHERE id = 1").returning(INTEGER))
                        .list());
        all.put(
                "a value that no database keeps",
                engine -> engine.execute(select(value(CANARY + "\0\ud800")).from(SECRETS))
                        .list());
        all.put(
                "a timeout",
                engine -> engine.with(options -> options.timeout(Duration.ofNanos(1)))
                        .execute(select(SECRETS.id).from(SECRETS).where(SECRETS.word.eq(CANARY)))
                        .list()
                        // once, the database can be as fast as the clock
                        .repeat(1_000)
                        .last());
        return all;
    }

    @Nested
    class OnPostgresql extends Silence {
        OnPostgresql() {
            super(TestServer.POSTGRESQL);
        }

        @Test
        void tellsNoPassword() {
            String url = database.url();
            String wrong = url.replaceFirst("//[^@/]*@", "//")
                    .replace("r2dbc:postgresql://", "r2dbc:postgresql://nobody:" + CANARY + "@");
            assertSilent(Engine.create(wrong + (wrong.contains("?") ? "&" : "?") + "sslPassword=" + CANARY));
            assertSilent(Engine.create("r2dbc:postgresql://nobody:" + CANARY + "@localhost:1/nowhere"));
        }
    }

    @Nested
    class OnH2 extends Silence {
        OnH2() {
            super(TestServer.H2);
        }

        @Test
        void tellsNoPassword() {
            assertSilent(Engine.create(
                    database.url().replace("r2dbc:h2:mem:///", "r2dbc:h2:mem://nobody:" + CANARY + "@localhost/")));
        }
    }

    @Nested
    class OnMariadb extends Silence {
        OnMariadb() {
            super(TestServer.MARIADB);
        }

        @Test
        void tellsNoPassword() {
            assertSilent(
                    Engine.create("r2dbc:mariadb://nobody:" + CANARY + "@localhost:1/nowhere?connectTimeout=PT1S"));
        }
    }

    @Test
    void tellsNothingOfAUrlThatIsWrong() {
        for (String url : List.of(
                "postgresql://user:" + CANARY + "@localhost/x",
                "r2dbc:nothing://user:" + CANARY + "@localhost/x?token=" + CANARY,
                "r2dbc:postgresql://user:" + CANARY + "@local host/x",
                "r2dbc:postgresql://user:" + CANARY + "@localhost:many/x",
                "r2dbc:postgresql://user:" + CANARY + "@localhost/x?connectTimeout=" + CANARY,
                "r2dbc:postgresql://user:" + CANARY + "@localhost/x?sslMode=" + CANARY)) {
            try {
                Engine engine = Engine.create(url);
                assertSilentOf(ErrorsIT.Failures.errorOf(
                        engine.execute(text("SELECT 1")).done()));
            } catch (RuntimeException e) {
                assertSilentOf(e);
            }
        }
    }

    private static void assertSilent(Engine engine) {
        try (var log = LogCapture.of("io.sluice.", Level.TRACE)) {
            assertSilentOf(ErrorsIT.Failures.errorOf(
                    engine.execute(text("SELECT 1").returning(INTEGER)).one()));
            assertThat(engine.toString()).doesNotContain(CANARY);
            assertThat(log.lines()).noneMatch(line -> isHeard(line.toString()));
        }
        engine.close().block(OnDatabase.SOON);
    }

    private static boolean isHeard(String text) {
        return text.contains(CANARY) || text.contains(Integer.toString(NUMBER));
    }

    private static void assertSilentOf(Throwable error) {
        assertThat(error).isNotInstanceOf(AssertionError.class);
        var printed = new StringWriter();
        error.printStackTrace(new PrintWriter(printed));
        assertThat(isHeard(printed.toString())).as("%s", printed).isFalse();
    }

    abstract static class Silence {
        final TestDatabase database;
        private final List<EngineEvent> events = new CopyOnWriteArrayList<>();
        private final Engine engine;

        Silence(TestServer server) {
            database = server.database(TABLES);
            engine = Engine.create(
                    database.url(),
                    options ->
                            options.poolSize(1).slowAfter(Duration.ofNanos(1)).listen(EngineEvent.class, events::add));
        }

        @AfterEach
        void close() {
            engine.close().block(OnDatabase.SOON);
            database.close();
        }

        @TestFactory
        Stream<DynamicTest> tellsNoValueWhenSomethingFails() {
            return failures().entrySet().stream()
                    .map(failure -> DynamicTest.dynamicTest(failure.getKey(), () -> {
                        try (var log = LogCapture.of("io.sluice.", Level.TRACE)) {
                            assertSilentOf(
                                    ErrorsIT.Failures.errorOf(failure.getValue().apply(engine)));

                            assertThat(log.lines()).map(LogLine::toString).noneMatch(CanaryIT::isHeard);
                            assertThat(events).map(EngineEvent::toString).noneMatch(CanaryIT::isHeard);
                        }
                    }));
        }

        @Test
        void tellsNoValueInTheTextOfAnObject() {
            Parameter<Integer> id = param("id", INTEGER);
            Parameter<String> word = param("word", TEXT);
            var query = select(SECRETS.id, value(CANARY).as("x"))
                    .from(SECRETS)
                    .where(SECRETS.word.eq(CANARY), SECRETS.id.in(List.of(NUMBER, 7)))
                    .limit(NUMBER);
            var change = update(SECRETS).set(SECRETS.word.to(CANARY)).where(SECRETS.id.eq(NUMBER));
            var batch = update(SECRETS)
                    .set(SECRETS.word.to(word))
                    .where(SECRETS.id.eq(id))
                    .forEach(List.of(new Secret(1, CANARY)), bind(id, Secret::id), bind(word, Secret::word));
            var insert = insertInto(SECRETS)
                    .rows(
                            List.of(new Secret(NUMBER, CANARY)),
                            cell(SECRETS.id, Secret::id),
                            cell(SECRETS.word, Secret::word));
            List<Object> objects = List.of(
                    engine,
                    query,
                    change,
                    batch,
                    insert,
                    text("SELECT :x").bind("x", CANARY),
                    text("SELECT :x").bind("x", CANARY).returning(TEXT),
                    query.sql(engine.dialect()),
                    query.as("derived"),
                    query.asCte("common"),
                    query.union(query),
                    engine.execute(query),
                    engine.execute(change),
                    engine.execute(query).all(),
                    engine.execute(query).list(),
                    SECRETS.word.to(CANARY),
                    SECRETS.word.eq(CANARY),
                    SECRETS.word.in(List.of(CANARY, "x")),
                    value(CANARY),
                    value(CANARY).as("x"),
                    quoted(engine),
                    engine.leases(),
                    engine.poolStatus());

            assertThat(objects).map(Object::toString).noneMatch(CanaryIT::isHeard);
        }
    }
}
