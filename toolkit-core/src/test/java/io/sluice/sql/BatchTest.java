package io.sluice.sql;

import static io.sluice.sql.Functions.lower;
import static io.sluice.sql.Library.AUTHOR;
import static io.sluice.sql.Library.BOOK;
import static io.sluice.sql.Sql.bind;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.Sql.excluded;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.param;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.Sql.with;
import static io.sluice.sql.SqlAssertion.absent;
import static io.sluice.sql.SqlAssertion.assertRefused;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.array;
import static io.sluice.type.SqlTypes.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.Dialects;
import io.sluice.dialect.Dialect;
import io.sluice.schema.Column;
import io.sluice.schema.Columns;
import io.sluice.schema.Table;
import io.sluice.sql.tree.StatementNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final Parameter<Long> ID = param("id", BIGINT);
    private static final Parameter<String> TITLE = param("title", TEXT);
    private static final Parameter<Integer> PAGES = param("pages", INTEGER);

    record Volume(long id, @Nullable String title, int pages) {}

    private final List<Volume> two = List.of(new Volume(1, "a", 10), new Volume(2, null, 20));

    private final Update rename = update(BOOK)
            .set(BOOK.title.to(TITLE), BOOK.pages.to(BOOK.pages.plus(PAGES)))
            .where(BOOK.id.eq(ID));

    private final Insert store = insertInto(BOOK)
            .values(BOOK.id.to(ID), BOOK.title.to(TITLE), BOOK.authorId.to(7L), BOOK.inPrint.toDefault());

    private Batch renaming(List<Volume> volumes) {
        return rename.forEach(volumes, bind(ID, Volume::id), bind(TITLE, Volume::title), bind(PAGES, Volume::pages));
    }

    private static void assertSql(Batch batch, Dialect dialect, String text, @Nullable Object... parameters) {
        SqlText sql = batch.sql(dialect);
        assertThat(sql.text()).isEqualTo(text);
        assertThat(sql.parameters()).isEqualTo(Arrays.asList(parameters));
    }

    @Nested
    class OnPostgresql {
        @Test
        void takesAnArrayForEachParameter() {
            assertSql(
                    renaming(two),
                    Dialects.POSTGRESQL,
                    "UPDATE book SET title = sets.title, pages = book.pages + sets.pages"
                            + " FROM unnest(CAST($1 AS bigint[]), CAST($2 AS text[]), CAST($3 AS integer[]))"
                            + " AS sets (id, title, pages) WHERE book.id = sets.id",
                    List.of(1L, 2L),
                    Arrays.asList("a", null),
                    List.of(10, 20));
            assertSql(
                    deleteFrom(BOOK).where(BOOK.id.eq(ID)).forEach(two, bind(ID, Volume::id)),
                    Dialects.POSTGRESQL,
                    "DELETE FROM book USING unnest(CAST($1 AS bigint[])) AS sets (id) WHERE book.id = sets.id",
                    List.of(1L, 2L));
        }

        @Test
        void leavesOutWhatHasItsDefault() {
            assertSql(
                    store.forEach(two, bind(ID, Volume::id), bind(TITLE, Volume::title)),
                    Dialects.POSTGRESQL,
                    "INSERT INTO book (id, title, author_id) SELECT sets.id, sets.title, $1"
                            + " FROM unnest(CAST($2 AS bigint[]), CAST($3 AS text[])) AS sets (id, title)",
                    7L,
                    List.of(1L, 2L),
                    Arrays.asList("a", null));
        }

        @Test
        void insertsOrUpdates() {
            assertSql(
                    store.onConflict(BOOK.id)
                            .doUpdate(BOOK.title.to(excluded(BOOK.title)))
                            .forEach(two, bind(ID, Volume::id), bind(TITLE, Volume::title)),
                    Dialects.POSTGRESQL,
                    "INSERT INTO book (id, title, author_id) SELECT sets.id, sets.title, $1"
                            + " FROM unnest(CAST($2 AS bigint[]), CAST($3 AS text[])) AS sets (id, title)"
                            + " ON CONFLICT (id) DO UPDATE SET title = excluded.title",
                    7L,
                    List.of(1L, 2L),
                    Arrays.asList("a", null));
        }

        /** A cast to varchar(2) would cut what is longer. */
        @Test
        void castsToTypesThatCutNothing() {
            Parameter<String> code = param("code", varchar(2));

            assertSql(
                    deleteFrom(AUTHOR).where(AUTHOR.name.eq(code)).forEach(List.of("abc"), bind(code, text -> text)),
                    Dialects.POSTGRESQL,
                    "DELETE FROM author USING unnest(CAST($1 AS varchar[])) AS sets (code) WHERE author.name = sets.code",
                    List.of("abc"));
        }

        /** Arrays of arrays would be laid flat. */
        @Test
        void takesRowsOfValuesWhereOneIsAnArray() {
            Parameter<List<String>> tags = param("tags", array(TEXT));

            assertSql(
                    update(BOOK)
                            .set(BOOK.tags.to(tags))
                            .where(BOOK.id.eq(ID))
                            .forEach(two, bind(ID, Volume::id), bind(tags, volume -> List.of("x"))),
                    Dialects.POSTGRESQL,
                    "UPDATE book SET tags = sets.tags FROM (VALUES ($1, $2), ($3, $4)) AS sets (id, tags)"
                            + " WHERE book.id = sets.id",
                    1L,
                    List.of("x"),
                    2L,
                    List.of("x"));
        }

        @Test
        void namesTheSetsBesideOtherSources() {
            Library.Books b = BOOK.as("b");

            assertSql(
                    update(b)
                            .set(b.title.to(TITLE))
                            .from(AUTHOR)
                            .where(b.id.eq(ID), AUTHOR.id.eq(b.authorId))
                            .forEach(two, bind(ID, Volume::id), bind(TITLE, Volume::title)),
                    Dialects.POSTGRESQL,
                    "UPDATE book AS b SET title = sets.title"
                            + " FROM author, unnest(CAST($1 AS bigint[]), CAST($2 AS text[])) AS sets (id, title)"
                            + " WHERE b.id = sets.id AND author.id = b.author_id",
                    List.of(1L, 2L),
                    Arrays.asList("a", null));
        }
    }

    @Nested
    class OnH2 {
        @Test
        void mergesRowsOfValues() {
            assertSql(
                    renaming(two),
                    Dialects.H2,
                    "MERGE INTO book USING (VALUES (CAST(?1 AS bigint), CAST(?2 AS varchar), CAST(?3 AS integer)),"
                            + " (CAST(?4 AS bigint), CAST(?5 AS varchar), CAST(?6 AS integer))) AS sets (id, title, pages)"
                            + " ON book.id = sets.id"
                            + " WHEN MATCHED THEN UPDATE SET title = sets.title, pages = book.pages + sets.pages",
                    1L,
                    "a",
                    10,
                    2L,
                    null,
                    20);
            assertSql(
                    deleteFrom(BOOK).where(BOOK.id.eq(ID)).forEach(two, bind(ID, Volume::id)),
                    Dialects.H2,
                    "MERGE INTO book USING (VALUES (CAST(?1 AS bigint)), (CAST(?2 AS bigint))) AS sets (id)"
                            + " ON book.id = sets.id WHEN MATCHED THEN DELETE",
                    1L,
                    2L);
        }

        @Test
        void insertsRowsOfValues() {
            assertSql(
                    store.forEach(two, bind(ID, Volume::id), bind(TITLE, Volume::title)),
                    Dialects.H2,
                    "INSERT INTO book (id, title, author_id) VALUES (?1, ?2, ?3), (?4, ?5, ?3)",
                    1L,
                    "a",
                    7L,
                    2L,
                    null);
        }

        @Test
        void looksForOtherSourcesInSubqueries() {
            assertSql(
                    update(BOOK)
                            .set(BOOK.title.to(TITLE))
                            .from(AUTHOR)
                            .where(BOOK.id.eq(ID), AUTHOR.id.eq(BOOK.authorId))
                            .forEach(two.subList(0, 1), bind(ID, Volume::id), bind(TITLE, Volume::title)),
                    Dialects.H2,
                    "UPDATE book SET (title) = (SELECT DISTINCT sets.title"
                            + " FROM author, (VALUES (CAST(?1 AS bigint), CAST(?2 AS varchar))) AS sets (id, title)"
                            + " WHERE book.id = sets.id AND author.id = book.author_id)"
                            + " WHERE EXISTS (SELECT 1"
                            + " FROM author, (VALUES (CAST(?1 AS bigint), CAST(?2 AS varchar))) AS sets (id, title)"
                            + " WHERE book.id = sets.id AND author.id = book.author_id)",
                    1L,
                    "a");
        }
    }

    @Nested
    class OnMariadb {
        @Test
        void joinsRowsOfValues() {
            assertSql(
                    renaming(two),
                    Dialects.MARIADB,
                    "UPDATE book, (SELECT ? AS id, ? AS title, ? AS pages UNION ALL SELECT ?, ?, ?) AS sets"
                            + " SET book.title = sets.title, book.pages = book.pages + sets.pages"
                            + " WHERE book.id = sets.id",
                    1L,
                    "a",
                    10,
                    2L,
                    null,
                    20);
            assertSql(
                    deleteFrom(BOOK).where(BOOK.id.eq(ID)).forEach(two, bind(ID, Volume::id)),
                    Dialects.MARIADB,
                    "DELETE book FROM book, (SELECT ? AS id UNION ALL SELECT ?) AS sets WHERE book.id = sets.id",
                    1L,
                    2L);
        }

        @Test
        void insertsRowsOfValues() {
            assertSql(
                    store.onConflict(BOOK.id)
                            .doUpdate(BOOK.title.to(excluded(BOOK.title)))
                            .forEach(two, bind(ID, Volume::id), bind(TITLE, Volume::title)),
                    Dialects.MARIADB,
                    "INSERT INTO book (id, title, author_id) VALUES (?, ?, ?), (?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE title = VALUES(title)",
                    1L,
                    "a",
                    7L,
                    2L,
                    null,
                    7L);
        }

        @Test
        void selectsWhatIsComputedFromASet() {
            assertSql(
                    insertInto(BOOK)
                            .values(BOOK.title.to(lower(TITLE)), BOOK.authorId.to(7L))
                            .forEach(two, bind(TITLE, Volume::title)),
                    Dialects.MARIADB,
                    "INSERT INTO book (title, author_id) SELECT lower(sets.title), ?"
                            + " FROM (SELECT ? AS title UNION ALL SELECT ?) AS sets",
                    7L,
                    "a",
                    null);
        }
    }

    @Nested
    class InParts {
        private List<StatementNode> parts(Dialect dialect, Batch batch) {
            return dialect.parts(batch.tree());
        }

        private List<Volume> many(int count) {
            return LongStream.range(0, count)
                    .mapToObj(id -> new Volume(id, "t", 1))
                    .toList();
        }

        @Test
        void areOneWhereOneIsEnough() {
            assertThat(parts(Dialects.POSTGRESQL, renaming(many(100_000)))).hasSize(1);
            assertThat(parts(Dialects.H2, renaming(many(33_333)))).hasSize(1);
            assertThat(parts(Dialects.MARIADB, renaming(many(43_690)))).hasSize(1);
        }

        @Test
        void carryNoMoreThanTheDatabaseTakes() {
            assertThat(parts(Dialects.H2, renaming(many(33_334))))
                    .hasSize(2)
                    .allSatisfy(part ->
                            assertThat(Dialects.H2.render(part).parameters()).hasSizeLessThanOrEqualTo(100_000));
            assertThat(parts(Dialects.MARIADB, renaming(many(43_691))))
                    .hasSize(2)
                    .allSatisfy(part -> assertThat(Dialects.MARIADB.render(part).parameters())
                            .hasSizeLessThanOrEqualTo(131_072));
        }

        /** In one statement a database would apply one of them. */
        @Test
        void keepSetsOfTheSameRowsApart() {
            Batch twiceTheFirst =
                    renaming(List.of(new Volume(1, "a", 1), new Volume(2, "b", 2), new Volume(1, "c", 3)));

            List<StatementNode> parts = parts(Dialects.POSTGRESQL, twiceTheFirst);

            assertThat(parts.stream()
                            .map(part -> Dialects.POSTGRESQL.render(part).parameters()))
                    .containsExactly(
                            List.of(List.of(1L, 2L), List.of("a", "b"), List.of(1, 2)),
                            List.of(List.of(1L), List.of("c"), List.of(3)));
        }

        /** From "a" to "b" and on to "c": the second set matches what the first has made. */
        @Test
        void keepSetsApartThatOneColumnLeadsFromOneToTheOther() {
            Parameter<String> old = param("old", TEXT);
            Update turn = update(BOOK).set(BOOK.title.to(TITLE)).where(BOOK.id.eq(ID), BOOK.title.eq(old));

            assertThat(parts(
                            Dialects.POSTGRESQL,
                            turn.forEach(
                                    List.of("ab", "bc"),
                                    bind(ID, step -> 1L),
                                    bind(old, step -> step.substring(0, 1)),
                                    bind(TITLE, step -> step.substring(1)))))
                    .hasSize(2);
        }

        @Test
        void keepApartWhatACollationMayTakeForEqual() {
            Update byName = update(AUTHOR).set(AUTHOR.id.to(ID)).where(AUTHOR.name.eq(TITLE));

            assertThat(parts(
                            Dialects.MARIADB,
                            byName.forEach(
                                    List.of("Zo\u00eb", "ZOE ", "Zo\u00eb2", "zo\u00e9"),
                                    bind(ID, name -> 1L),
                                    bind(TITLE, name -> name))))
                    .hasSize(3);
        }

        @Test
        void letSetsWithoutAKeyBeTogether() {
            assertThat(parts(
                            Dialects.POSTGRESQL,
                            update(AUTHOR)
                                    .set(AUTHOR.id.to(ID))
                                    .where(AUTHOR.name.eq(TITLE))
                                    .forEach(
                                            List.of(new Volume(1, null, 0), new Volume(2, null, 0)),
                                            bind(ID, Volume::id),
                                            bind(TITLE, Volume::title))))
                    .hasSize(1);
            assertThat(parts(
                            Dialects.POSTGRESQL,
                            deleteFrom(BOOK).where(BOOK.id.eq(ID)).forEach(List.of(1L, 1L), bind(ID, id -> id))))
                    .hasSize(1);
        }

        @Test
        void keepUpsertsOfTheSameKeyApart() {
            Insert upsert = store.onConflict(BOOK.id).doUpdate(BOOK.title.to(excluded(BOOK.title)));

            assertThat(parts(
                            Dialects.POSTGRESQL,
                            upsert.forEach(
                                    List.of(new Volume(1, "a", 0), new Volume(1, "b", 0)),
                                    bind(ID, Volume::id),
                                    bind(TITLE, Volume::title))))
                    .hasSize(2);
            assertThat(parts(
                            Dialects.POSTGRESQL,
                            store.onConflict(BOOK.id)
                                    .doNothing()
                                    .forEach(
                                            List.of(new Volume(1, "a", 0), new Volume(1, "b", 0)),
                                            bind(ID, Volume::id),
                                            bind(TITLE, Volume::title))))
                    .hasSize(1);
        }
    }

    @Nested
    class IsRefused {
        @Test
        void withoutAValueForAParameter() {
            assertRefused(
                    () -> rename.forEach(two, bind(ID, Volume::id), bind(PAGES, Volume::pages)),
                    "forEach(…): the parameter title has no value; add bind(…) for it");
        }

        @Test
        void withAParameterThatTheStatementDoesNotHave() {
            assertRefused(
                    () -> deleteFrom(BOOK)
                            .where(BOOK.id.eq(ID))
                            .forEach(two, bind(ID, Volume::id), bind(PAGES, Volume::pages)),
                    "forEach(…) binds the parameter pages, which the statement does not have; it has [id]");
        }

        @Test
        void withAParameterTwice() {
            assertRefused(
                    () -> deleteFrom(BOOK)
                            .where(BOOK.id.eq(ID))
                            .forEach(two, bind(ID, Volume::id), bind(ID, Volume::id)),
                    "forEach(…) binds the parameter id twice");
        }

        @Test
        void withAParameterOfAnotherType() {
            assertRefused(
                    () -> deleteFrom(BOOK)
                            .where(BOOK.id.eq(ID))
                            .forEach(two, bind(param("id", INTEGER), Volume::pages)),
                    "forEach(…): the parameter id is bigint in the statement, and integer in bind(…); use one and the same parameter");
            assertRefused(
                    () -> deleteFrom(BOOK)
                            .where(BOOK.id.eq(ID), BOOK.pages.eq(param("id", INTEGER)))
                            .forEach(two, bind(ID, Volume::id)),
                    "forEach(…): there are two parameters id of different types; give one another name");
        }

        /** The compiler would have said so, had the types not been thrown away. */
        @Test
        @SuppressWarnings({"unchecked", "rawtypes"})
        void withAValueOfAnotherType() {
            Parameter raw = ID;

            assertRefused(
                    () -> deleteFrom(BOOK)
                            .where(BOOK.id.eq(ID))
                            .forEach(two, Sql.<Volume, Object>bind(raw, Volume::pages)),
                    "bind(id, …) takes Long, not java.lang.Integer");
        }

        @Test
        void whereSetsAreToldApartByWhatTheyChange() {
            Table prices = Table.named(
                    "prices",
                    Columns.column("cents", INTEGER),
                    Columns.column("due", INTEGER, Columns.computed(Sql.value(2))));
            Column<Integer> due = prices.column("due", Integer.class);

            assertRefused(
                    () -> update(prices)
                            .set(prices.column("cents", Integer.class).to(1))
                            .where(due.eq(PAGES))
                            .forEach(List.of(1, 2), bind(PAGES, pages -> pages)),
                    "forEach(…): no condition of where(…) says that a column, which set(…) leaves alone, equals a parameter, so any set could change any row; add one, or run an update for each set");
        }

        @Test
        void whereSetsCouldChangeAnyRow() {
            String message = "forEach(…): no condition of where(…) says that a column, which set(…) leaves alone,"
                    + " equals a parameter, so any set could change any row; add one, or run an update for each set";
            assertRefused(
                    () -> update(BOOK)
                            .set(BOOK.title.to(TITLE))
                            .where(BOOK.pages.gt(PAGES))
                            .forEach(two, bind(TITLE, Volume::title), bind(PAGES, Volume::pages)),
                    message);
            assertRefused(
                    () -> update(BOOK)
                            .set(BOOK.id.to(BOOK.id.plus(1L)))
                            .where(BOOK.id.eq(ID))
                            .forEach(two, bind(ID, Volume::id)),
                    message);
        }

        @Test
        void whereAnInsertHasSeveralRowsOrNone() {
            String message =
                    "forEach(…): an insert for many sets has one row, which is filled for each; say values(…) once";

            assertRefused(
                    () -> insertInto(AUTHOR)
                            .values(AUTHOR.name.to(TITLE))
                            .values(AUTHOR.name.to("b"))
                            .forEach(two, bind(TITLE, Volume::title)),
                    message);
            assertRefused(
                    () -> insertInto(AUTHOR)
                            .columns(AUTHOR.name)
                            .from(select(TITLE).from(BOOK))
                            .forEach(two, bind(TITLE, Volume::title)),
                    message);
        }

        @Test
        void whereAParameterStandsOutsideOfTheSets() {
            assertRefused(
                    () -> store.onConflict(BOOK.id)
                            .doUpdate(BOOK.pages.to(PAGES))
                            .forEach(two, bind(ID, Volume::id), bind(TITLE, Volume::title), bind(PAGES, Volume::pages)),
                    "forEach(…): the parameter pages stands in onConflict(…), where no set is known;"
                            + " put it into values(…) and take it from there with excluded(column)");
            Derived some =
                    select(AUTHOR.id).from(AUTHOR).where(AUTHOR.name.eq(TITLE)).as("some");
            assertRefused(
                    () -> deleteFrom(BOOK)
                            .using(some)
                            .where(BOOK.id.eq(ID))
                            .forEach(two, bind(ID, Volume::id), bind(TITLE, Volume::title)),
                    "forEach(…): the parameter title stands in using(…), where no set is known;"
                            + " put the condition into where(…)");
            Cte named =
                    select(AUTHOR.id).from(AUTHOR).where(AUTHOR.name.eq(TITLE)).asCte("named");
            assertRefused(
                    () -> with(named)
                            .deleteFrom(BOOK)
                            .using(named)
                            .where(BOOK.id.eq(ID))
                            .forEach(two, bind(ID, Volume::id), bind(TITLE, Volume::title)),
                    "forEach(…): the parameter title stands in with(…), where no set is known;"
                            + " put what needs it into a subquery");
        }

        @Test
        void whereSomethingElseIsCalledAsTheSetsAre() {
            Library.Authors sets = AUTHOR.as("sets");
            Table table = Table.named("sets", Columns.column("id", BIGINT));
            String message =
                    "a batch calls its values sets, and something else in it is called so too; give that an alias";

            assertRefused(
                    () -> deleteFrom(BOOK)
                            .where(
                                    BOOK.id.eq(ID),
                                    BOOK.authorId.in(select(sets.id).from(sets)))
                            .forEach(two, bind(ID, Volume::id))
                            .sql(Dialects.POSTGRESQL),
                    message);
            assertRefused(
                    () -> deleteFrom(table)
                            .where(table.column("id", Long.class).eq(ID))
                            .forEach(two, bind(ID, Volume::id))
                            .sql(Dialects.H2),
                    message);
        }

        @Test
        void asTextWhereThereAreNoSets() {
            assertRefused(
                    () -> renaming(List.of()).sql(Dialects.POSTGRESQL),
                    "a change for no sets of values has no SQL; do not run it where there is nothing to change");
        }

        @Test
        void withANamelessParameter() {
            assertRefused(() -> param("", TEXT), "a parameter's name must not be empty; give it a name");
            assertRefused(() -> param(absent(), TEXT), "a parameter's name must not be null; give it a name");
        }
    }

    @Test
    void isAValue() {
        assertThat(renaming(two)).isEqualTo(renaming(List.copyOf(two))).hasSameHashCodeAs(renaming(two));
        assertThat(renaming(two)).isNotEqualTo(renaming(two.subList(0, 1)));
        assertThat(renaming(two))
                .hasToString(
                        "UPDATE book SET title = sets.title, pages = book.pages + sets.pages"
                                + " FROM (VALUES ($1, $2, $3), ($4, $5, $6)) AS sets (id, title, pages) WHERE book.id = sets.id");
    }
}
