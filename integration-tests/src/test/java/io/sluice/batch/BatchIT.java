package io.sluice.batch;

import static io.sluice.batch.Volumes.VOLUME;
import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Aggregates.max;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Functions.upper;
import static io.sluice.sql.Sql.bind;
import static io.sluice.sql.Sql.cell;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.Sql.excluded;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.param;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static io.sluice.test.assertion.SqlAssertions.assertThat;
import static io.sluice.test.assertion.SqlAssertions.assertThatNothingLeaked;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.Dialects;
import io.sluice.dialect.Dialect;
import io.sluice.engine.DatabaseException;
import io.sluice.engine.Engine;
import io.sluice.engine.EngineEvent.StatementEnded;
import io.sluice.sql.Batch;
import io.sluice.sql.Command;
import io.sluice.sql.Insert;
import io.sluice.sql.Parameter;
import io.sluice.sql.Query;
import io.sluice.sql.StatementException;
import io.sluice.sql.Update;
import io.sluice.test.assertion.Statements;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes for no, one, few and very many sets of values, on each database. */
@Timeout(180)
class BatchIT {
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Parameter<Long> ID = param("id", BIGINT);
    private static final Parameter<String> TITLE = param("title", varchar(200));
    private static final Parameter<Integer> PAGES = param("pages", INTEGER);

    private static final Insert INSERT =
            insertInto(VOLUME).values(VOLUME.id.to(ID), VOLUME.title.to(TITLE), VOLUME.pages.to(PAGES));
    private static final Update UPDATE =
            update(VOLUME).set(VOLUME.title.to(TITLE), VOLUME.pages.to(PAGES)).where(VOLUME.id.eq(ID));

    record Book(long id, String title, @Nullable Integer pages) {}

    private static List<Book> books(int count) {
        return LongStream.range(0, count)
                .mapToObj(id -> new Book(id, "t" + id, id % 7 == 0 ? null : (int) id % 100))
                .toList();
    }

    private static Batch inserting(List<Book> books) {
        return INSERT.forEach(books, bind(ID, Book::id), bind(TITLE, Book::title), bind(PAGES, Book::pages));
    }

    private static Batch updating(List<Book> books) {
        return UPDATE.forEach(books, bind(ID, Book::id), bind(TITLE, Book::title), bind(PAGES, Book::pages));
    }

    @Nested
    class OnPostgresql extends Cases {
        OnPostgresql() {
            super(TestServer.POSTGRESQL, Dialects.POSTGRESQL);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 3, 70_000})
        void sendsTheSameTextForAnyNumber(int number) {
            touched(inserting(books(number)));

            assertThat(statements().sql())
                    .containsExactly("INSERT INTO volume (id, title, pages) SELECT sets.id, sets.title, sets.pages"
                            + " FROM unnest(CAST($1 AS bigint[]), CAST($2 AS varchar[]), CAST($3 AS integer[]))"
                            + " AS sets (id, title, pages)");
        }
    }

    @Nested
    class OnH2 extends Cases {
        OnH2() {
            super(TestServer.H2, Dialects.H2);
        }
    }

    @Nested
    class OnMariadb extends Cases {
        OnMariadb() {
            super(TestServer.MARIADB, Dialects.MARIADB);
        }
    }

    /** What must hold on every database. */
    abstract static class Cases {
        private final TestServer server;
        private final Dialect dialect;
        private final Statements statements = new Statements();
        private @Nullable TestDatabase database;
        private @Nullable Engine engine;

        Cases(TestServer server, Dialect dialect) {
            this.server = server;
            this.dialect = dialect;
        }

        @BeforeEach
        void open() {
            TestDatabase opened = server.database(Volumes.template(dialect));
            database = opened;
            engine = Engine.create(opened.url(), options -> options.listen(StatementEnded.class, statements));
        }

        @AfterEach
        void close() {
            assertThatNothingLeaked(engine());
            engine().close().block(PATIENCE);
            Objects.requireNonNull(database, "opened before each test").close();
        }

        Engine engine() {
            return Objects.requireNonNull(engine, "opened before each test");
        }

        Statements statements() {
            return statements;
        }

        long touched(Command command) {
            return Objects.requireNonNull(engine().execute(command).rowCount().block(PATIENCE), "a count");
        }

        <R> R one(Query<R> query) {
            return Objects.requireNonNull(engine().execute(query).one().block(PATIENCE), "a row");
        }

        <R> List<R> list(Query<R> query) {
            return Objects.requireNonNull(engine().execute(query).list().block(PATIENCE), "rows");
        }

        private long rows() {
            return one(select(count()).from(VOLUME));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 3, 70_000})
        void insertsUpdatesAndDeletesAnyNumber(int number) {
            List<Book> books = books(number);
            Batch insert = inserting(books);
            Batch update = updating(books.stream()
                    .map(book -> new Book(book.id(), "new" + book.id(), null))
                    .toList());
            Batch delete = deleteFrom(VOLUME).where(VOLUME.id.eq(ID)).forEach(books, bind(ID, Book::id));

            assertThat(touched(insert)).isEqualTo(number);
            assertThat(rows()).isEqualTo(number);
            assertThat(one(select(count(VOLUME.pages)).from(VOLUME))).isEqualTo(number - (number + 6) / 7);
            assertThat(touched(update)).isEqualTo(number);
            assertThat(one(select(count()).from(VOLUME).where(VOLUME.pages.isNull(), VOLUME.title.startsWith("new"))))
                    .isEqualTo(number);
            assertThat(touched(delete)).isEqualTo(number);
            assertThat(rows()).isZero();

            int expected = number == 0 ? 0 : sentFor(insert) + sentFor(update) + sentFor(delete);
            assertThat(statements.sql().stream().filter(sql -> !sql.startsWith("SELECT")))
                    .hasSize(expected);
        }

        private int sentFor(Batch batch) {
            int parts = dialect.parts(batch.tree()).size();
            assertThat(parts).as("few round trips").isLessThan(5);
            return parts;
        }

        @Test
        void touchesOnlyTheRowsOfItsSets() {
            touched(inserting(books(10)));

            assertThat(touched(updating(List.of(new Book(3, "three", 3), new Book(99, "none", 9)))))
                    .isEqualTo(1);
            assertThat(list(select(VOLUME.title).from(VOLUME).orderBy(VOLUME.id)))
                    .containsExactly("t0", "t1", "t2", "three", "t4", "t5", "t6", "t7", "t8", "t9");
        }

        /** As if each set had run by itself. */
        @Test
        void appliesSetsOfTheSameRowInTheirOrder() {
            touched(inserting(books(3)));
            Batch adding = update(VOLUME)
                    .set(VOLUME.pages.to(VOLUME.pages.plus(PAGES)), VOLUME.title.to(TITLE))
                    .where(VOLUME.id.eq(ID))
                    .forEach(
                            List.of(new Book(1, "a", 10), new Book(2, "b", 20), new Book(1, "c", 30)),
                            bind(ID, Book::id),
                            bind(TITLE, Book::title),
                            bind(PAGES, Book::pages));

            assertThat(touched(adding)).isEqualTo(3);
            assertThat(list(select(VOLUME.title, VOLUME.pages)
                            .as(Brief::new)
                            .from(VOLUME)
                            .orderBy(VOLUME.id)))
                    .containsExactly(new Brief("t0", null), new Brief("c", 41), new Brief("b", 22));
        }

        record Brief(String title, @Nullable Integer pages) {}

        /** A collation may not tell them apart. */
        @Test
        void appliesSetsWhoseKeysDifferInCaseAlone() {
            touched(inserting(List.of(new Book(1, "ada", 1))));
            Batch adding = update(VOLUME)
                    .set(VOLUME.pages.to(VOLUME.pages.plus(PAGES)))
                    .where(VOLUME.title.eq(TITLE))
                    .forEach(
                            List.of(new Book(0, "ada", 10), new Book(0, "ADA", 100)),
                            bind(TITLE, Book::title),
                            bind(PAGES, Book::pages));
            boolean tellsCase = server != TestServer.MARIADB;

            assertThat(touched(adding)).isEqualTo(tellsCase ? 1 : 2);
            assertThat(one(select(VOLUME.pages).from(VOLUME))).isEqualTo(tellsCase ? 11 : 111);
        }

        @Test
        void insertsOrUpdates() {
            touched(inserting(books(3)));
            Batch upsert = INSERT.onConflict(VOLUME.id)
                    .doUpdate(VOLUME.title.to(VOLUME.title.concat(excluded(VOLUME.title))))
                    .forEach(
                            List.of(new Book(1, "+", 1), new Book(7, "seven", 7), new Book(1, "-", 1)),
                            bind(ID, Book::id),
                            bind(TITLE, Book::title),
                            bind(PAGES, Book::pages));

            // a row that an upsert updates counts twice to MariaDB
            assertThat(touched(upsert)).isEqualTo(server == TestServer.MARIADB ? 5 : 3);
            assertThat(list(select(VOLUME.title).from(VOLUME).orderBy(VOLUME.id)))
                    .containsExactly("t0", "t1+-", "t2", "seven");
        }

        @Test
        void leavesWhatIsThere() {
            touched(inserting(books(2)));
            Batch onlyNew = INSERT.onConflict(VOLUME.id)
                    .doNothing()
                    .forEach(
                            List.of(new Book(1, "x", 1), new Book(5, "five", 5), new Book(5, "again", 5)),
                            bind(ID, Book::id),
                            bind(TITLE, Book::title),
                            bind(PAGES, Book::pages));

            touched(onlyNew);

            assertThat(list(select(VOLUME.title).from(VOLUME).orderBy(VOLUME.id)))
                    .containsExactly("t0", "t1", "five");
        }

        @Test
        void computesFromTheValuesOfASet() {
            Batch shouted = insertInto(VOLUME)
                    .values(
                            VOLUME.id.to(ID.plus(100L)),
                            VOLUME.title.to(upper(TITLE)),
                            VOLUME.pages.to(7),
                            VOLUME.inPrint.toDefault())
                    .forEach(books(3), bind(ID, Book::id), bind(TITLE, Book::title));

            assertThat(touched(shouted)).isEqualTo(3);
            assertThat(list(select(VOLUME.title).from(VOLUME).orderBy(VOLUME.id)))
                    .containsExactly("T0", "T1", "T2");
            assertThat(one(select(max(VOLUME.id)).from(VOLUME))).isEqualTo(102L);
            assertThat(one(select(sum(VOLUME.pages)).from(VOLUME))).isEqualTo(21L);
        }

        @Test
        void comparesOtherColumnsInOtherWays() {
            touched(inserting(books(10)));
            Batch delete = deleteFrom(VOLUME)
                    .where(VOLUME.id.between(ID, ID.plus(2L)), VOLUME.pages.lt(PAGES))
                    .forEach(
                            List.of(new Book(1, "", 3), new Book(2, "", 99)),
                            bind(ID, Book::id),
                            bind(PAGES, Book::pages));
            Batch update = update(VOLUME)
                    .set(VOLUME.title.to(TITLE))
                    .where(VOLUME.id.eq(ID).and(VOLUME.pages.lt(PAGES)))
                    .forEach(
                            List.of(new Book(8, "eight", 3), new Book(9, "nine", 99)),
                            bind(ID, Book::id),
                            bind(TITLE, Book::title),
                            bind(PAGES, Book::pages));

            assertThat(touched(delete)).isEqualTo(4);
            assertThat(touched(update)).isEqualTo(1);
            assertThat(list(select(VOLUME.title).from(VOLUME).orderBy(VOLUME.id)))
                    .containsExactly("t0", "t5", "t6", "t7", "t8", "nine");
        }

        @Test
        void takesOtherSources() {
            touched(inserting(books(4)));
            Volumes other = VOLUME.as("other");
            Batch update = update(VOLUME)
                    .set(VOLUME.title.to(other.title.concat(TITLE)), VOLUME.pages.to(PAGES))
                    .from(other)
                    .where(VOLUME.id.eq(ID), other.id.eq(VOLUME.id.minus(1L)))
                    .forEach(
                            List.of(new Book(1, "!", 1), new Book(3, "?", 3), new Book(0, "-", 0)),
                            bind(ID, Book::id),
                            bind(TITLE, Book::title),
                            bind(PAGES, Book::pages));

            assertThat(touched(update)).isEqualTo(2);
            assertThat(list(select(VOLUME.title).from(VOLUME).orderBy(VOLUME.id)))
                    .containsExactly("t0", "t0!", "t2", "t2?");
        }

        /** The last statement of several fails, after the others have run. */
        @Test
        void doesAllOrNothing() {
            touched(inserting(List.of(new Book(0, "there", 1))));
            List<Book> lastClashes = books(70_001).stream()
                    .map(book -> new Book(70_000 - book.id(), book.title(), book.pages()))
                    .toList();

            assertThatExceptionOfType(DatabaseException.class)
                    .isThrownBy(() -> touched(inserting(lastClashes)))
                    .satisfies(error -> assertThat(error.sqlState()).startsWith("23"));
            assertThat(list(select(VOLUME.title).from(VOLUME))).containsExactly("there");
        }

        @Test
        void insertsMoreRowsThanAStatementMayCarry() {
            Insert rows = insertInto(VOLUME)
                    .rows(
                            books(70_000),
                            cell(VOLUME.id, Book::id),
                            cell(VOLUME.title, Book::title),
                            cell(VOLUME.pages, Book::pages));

            assertThat(touched(rows)).isEqualTo(70_000);
            assertThat(rows()).isEqualTo(70_000);
            assertThat(statements.sql().stream().filter(sql -> sql.startsWith("INSERT")))
                    .hasSize(dialect.parts(rows.tree()).size())
                    .hasSizeBetween(2, 4);
        }

        @Test
        void returnsTheRowsOfSeveralStatementsInOrder() {
            var ids = insertInto(VOLUME)
                    .rows(
                            books(70_000),
                            cell(VOLUME.id, Book::id),
                            cell(VOLUME.title, Book::title),
                            cell(VOLUME.pages, Book::pages))
                    .returning(VOLUME.id);

            assertThat(list(ids)).isEqualTo(LongStream.range(0, 70_000).boxed().toList());
        }

        @Test
        void saysThatAParameterHasNoValue() {
            assertThatExceptionOfType(StatementException.class)
                    .isThrownBy(() -> touched(UPDATE))
                    .withMessage(
                            "the parameter title has no value; give each set of values with forEach(…), or say the value itself");
        }

        @Test
        void findsABatchOfOneShapeCompiled() {
            IntStream.range(0, 3).forEach(i -> touched(updating(books(5))));

            assertThat(engine().statementCache().misses()).isEqualTo(1);
            assertThat(engine().statementCache().hits()).isEqualTo(2);
        }
    }
}
