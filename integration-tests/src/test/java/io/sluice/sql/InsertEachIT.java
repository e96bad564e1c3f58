package io.sluice.sql;

import static io.sluice.schema.Columns.column;
import static io.sluice.sql.Sql.cell;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.text;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.Engine;
import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the database made of each of many rows, found by a key and not by the order of rows. */
class InsertEachIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    record Person(String name) {}

    private static final Table PEOPLE =
            Table.named("people", column("id", BIGINT), column("name", varchar(20)), column("rank", INTEGER));
    private static final Column<Long> ID = PEOPLE.column("id", Long.class);
    private static final Column<String> NAME = PEOPLE.column("name", String.class);
    private static final Column<Integer> RANK = PEOPLE.column("rank", Integer.class);

    @Nested
    class OnPostgresql extends Matching {
        OnPostgresql() {
            super(TestServer.POSTGRESQL, "bigint GENERATED ALWAYS AS IDENTITY");
        }

        /** Of two hundred rows a trigger drops some, and the rows that stay are numbered from behind. */
        @Test
        void findsKeysThatWereDrawnWhateverATriggerDoes() {
            dropSomeByTrigger();
            var inserted = list(people(200).keyFrom(ID).returning(ID, RANK));

            assertThat(inserted).hasSize(200 - 40);
            assertThat(inserted)
                    .allSatisfy(row -> assertSame(row.object(), row.returned().get(ID)));
            assertThat(inserted)
                    .extracting(row -> row.object().name())
                    .noneMatch(name -> Integer.parseInt(name.substring(1)) % 5 == 0);
            assertThat(inserted).extracting(row -> row.returned().get(RANK)).containsOnly(7);
        }

        @Test
        void findsKeysOfATableThatNeedsQuotes() {
            run("CREATE TABLE \"Odd \"\"people\" (\"The id\" serial PRIMARY KEY, name varchar(20))");
            Table odd = Table.named("Odd \"people", column("The id", INTEGER), column("name", varchar(20)));
            Column<Integer> id = odd.column("The id", Integer.class);
            var inserted = list(insertInto(odd)
                    .each(persons(3), cell(odd.column("name", String.class), Person::name))
                    .keyFrom(id)
                    .returning(id));

            assertThat(inserted).extracting(Inserted::returned).containsExactlyInAnyOrder(1, 2, 3);
        }

        @Test
        void refusesAKeyThatATriggerChanged() {
            run(
                    "CREATE FUNCTION other_key() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.id := NEW.id + 1000; RETURN NEW; END'");
            run("CREATE TRIGGER other_key BEFORE INSERT ON people FOR EACH ROW EXECUTE FUNCTION other_key()");

            assertThatThrownBy(() -> list(people(2).keyFrom(ID).returning(ID)))
                    .isInstanceOf(StatementException.class)
                    .hasMessage(
                            "keyFrom(id): a row came back with another key than was drawn for it, so a trigger changed it; say matchedBy(…)");
        }

        @Test
        void matchesRowsWhateverATriggerDrops() {
            dropSomeByTrigger();
            var inserted = list(people(200).matchedBy(NAME).returning(ID));

            assertThat(inserted).hasSize(160).allSatisfy(row -> assertSame(row.object(), row.returned()));
        }

        private void dropSomeByTrigger() {
            run(
                    "CREATE FUNCTION drop_some() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF substr(NEW.name, 2)::int % 5 = 0 THEN RETURN NULL; END IF; NEW.rank := 7; RETURN NEW; END'");
            run("CREATE TRIGGER drop_some BEFORE INSERT ON people FOR EACH ROW EXECUTE FUNCTION drop_some()");
        }
    }

    @Nested
    class OnH2 extends Matching {
        OnH2() {
            super(TestServer.H2, "bigint GENERATED ALWAYS AS IDENTITY");
        }

        @Test
        void refusesToDrawKeys() {
            assertRefusesToDrawKeys("H2");
        }
    }

    @Nested
    class OnMariadb extends Matching {
        OnMariadb() {
            super(TestServer.MARIADB, "bigint AUTO_INCREMENT");
        }

        @Test
        void refusesToDrawKeys() {
            assertRefusesToDrawKeys("MariaDB");
        }
    }

    /** What every database can do. */
    abstract static class Matching {
        private final TestServer server;
        private final String id;
        private TestDatabase database;
        private Engine engine;

        Matching(TestServer server, String id) {
            this.server = server;
            this.id = id;
        }

        @BeforeEach
        void open() {
            database = server.database();
            engine = Engine.create(database.url(), options -> options.poolSize(1));
            run("CREATE TABLE people (id %s PRIMARY KEY, name varchar(20) UNIQUE, rank integer DEFAULT 3)"
                    .formatted(id)
                    .replace("rank", engine.dialect().quoted("rank")));
        }

        @AfterEach
        void close() {
            engine.close().block(PATIENCE);
            database.close();
        }

        @Test
        void matchesManyRowsByAColumnOfTheirs() {
            var inserted = list(people(200).matchedBy(NAME).returning(ID, RANK));

            assertThat(inserted).hasSize(200).allSatisfy(row -> {
                assertSame(row.object(), row.returned().get(ID));
                assertThat(row.returned().get(RANK)).isEqualTo(3);
            });
        }

        @Test
        void needsNoKeyForOneRow() {
            var inserted = list(people(1).keyFrom(ID).returning(ID));

            assertThat(inserted).hasSize(1).allSatisfy(row -> assertSame(row.object(), row.returned()));
        }

        @Test
        void doesNothingForNoRow() {
            assertThat(list(people(0).keyFrom(ID).returning(ID))).isEmpty();
        }

        final void assertRefusesToDrawKeys(String name) {
            assertThatThrownBy(() -> list(people(2).keyFrom(ID).returning(ID)))
                    .isInstanceOf(StatementException.class)
                    .hasMessage(
                            "%s cannot say which of several rows was given which id; tell them apart with matchedBy(…), or insert them one by one"
                                    .formatted(name));
        }

        final void assertSame(Person person, long key) {
            assertThat(list(Sql.select(NAME).from(PEOPLE).where(ID.eq(key)))).containsExactly(person.name());
        }

        final InsertEach<Person> people(int count) {
            return insertInto(PEOPLE).each(persons(count), cell(NAME, Person::name));
        }

        static List<Person> persons(int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> new Person(String.format(Locale.ROOT, "p%d", i)))
                    .toList();
        }

        final <R> List<R> list(Query<R> query) {
            return engine.execute(query).list().blockOptional(PATIENCE).orElseThrow();
        }

        final void run(String sql) {
            engine.execute(text(sql)).done().block(PATIENCE);
        }
    }
}
