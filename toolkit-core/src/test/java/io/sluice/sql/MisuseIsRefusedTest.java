package io.sluice.sql;

import static io.sluice.sql.Aggregates.percentile;
import static io.sluice.sql.Aggregates.stringAgg;
import static io.sluice.sql.Functions.coalesce;
import static io.sluice.sql.Functions.dateTrunc;
import static io.sluice.sql.Functions.extract;
import static io.sluice.sql.Functions.function;
import static io.sluice.sql.Functions.position;
import static io.sluice.sql.Functions.replace;
import static io.sluice.sql.Functions.substring;
import static io.sluice.sql.Library.AUTHOR;
import static io.sluice.sql.Library.BOOK;
import static io.sluice.sql.Sql.caseWhen;
import static io.sluice.sql.Sql.cell;
import static io.sluice.sql.Sql.cube;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.Sql.excluded;
import static io.sluice.sql.Sql.field;
import static io.sluice.sql.Sql.groupingSets;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.mergeInto;
import static io.sluice.sql.Sql.rollup;
import static io.sluice.sql.Sql.rowsOf;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.template;
import static io.sluice.sql.Sql.text;
import static io.sluice.sql.Sql.tuple;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.Sql.values;
import static io.sluice.sql.Sql.with;
import static io.sluice.sql.WindowFunctions.currentRow;
import static io.sluice.sql.WindowFunctions.following;
import static io.sluice.sql.WindowFunctions.nthValue;
import static io.sluice.sql.WindowFunctions.ntile;
import static io.sluice.sql.WindowFunctions.preceding;
import static io.sluice.sql.WindowFunctions.rank;
import static io.sluice.sql.WindowFunctions.window;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.TEXT;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.sluice.sql.tree.DateField;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What compiles and cannot be meant: refused when it is built, in words that say what to write instead. */
@SuppressWarnings({"NullAway", "CheckReturnValue"}) // nulls and lost results are what this is about
class MisuseIsRefusedTest {
    private static final String NO_STRING = null;
    private static final Integer NO_INTEGER = null;
    private static final Expression<Integer> NO_EXPRESSION = null;

    record Pair(String left, Integer right) {}

    @TestFactory
    Stream<DynamicTest> nulls() {
        return tests(
                refused(
                        () -> BOOK.title.eq(NO_STRING),
                        "book.title.eq(null) is never true in SQL; use book.title.isNull()"),
                refused(
                        () -> BOOK.title.ne(NO_STRING),
                        "book.title.ne(null) is never true in SQL; use book.title.isNotNull()"),
                refused(
                        () -> BOOK.pages.lt(NO_INTEGER),
                        "book.pages.lt(null) is never true in SQL; use book.pages.isNull()"),
                refused(
                        () -> BOOK.pages.eq(NO_EXPRESSION),
                        "book.pages = null is never true in SQL; use book.pages.isNull()"),
                refused(
                        () -> BOOK.pages.between(1, NO_INTEGER),
                        "book.pages.between(null) is never true in SQL; use book.pages.isNull()"),
                refused(
                        () -> BOOK.pages.between(NO_EXPRESSION, BOOK.pages),
                        "book.pages between null is never true in SQL; use book.pages.isNull()"),
                refused(
                        () -> BOOK.pages.in(Arrays.asList(1, null)),
                        "book.pages.in(…) has a null among its values, which no row can match; leave it out, or add .or(book.pages.isNull())"),
                refused(
                        () -> BOOK.pages.notIn(Arrays.asList(1, null)),
                        "book.pages.notIn(…) has a null among its values, with which it is never true; leave it out, or add .and(book.pages.isNotNull())"),
                refused(
                        () -> BOOK.pages.in((List<Integer>) null),
                        "book.pages.in(null): there is no list; pass an empty one if there is nothing to look for"),
                refused(
                        () -> BOOK.title.like(NO_STRING),
                        "book.title.like(null) is never true in SQL; pass a pattern, or use isNull()"),
                refused(
                        () -> BOOK.title.contains(NO_STRING),
                        "a LIKE pattern cannot be made of null; use isNull() to ask for rows without a value"),
                refused(
                        () -> BOOK.title.concat(NO_STRING),
                        "book.title.concat(null) is always NULL in SQL; pass a text, or nullValue(TEXT) if NULL is meant"),
                refused(
                        () -> BOOK.pages.plus(NO_INTEGER),
                        "book.pages.plus(null) is always NULL in SQL; pass a value, or nullValue(type) if NULL is meant"),
                refused(
                        () -> BOOK.pages.plus(NO_EXPRESSION),
                        "book.pages.plus(null) is always NULL in SQL; pass a value, or nullValue(type) if NULL is meant"),
                refused(() -> BOOK.title.to(NO_STRING), "book.title.to(null): say title.toNull() if NULL is meant"),
                refused(
                        () -> coalesce(BOOK.title, NO_STRING),
                        "coalesce(book.title, …): the other value is null; it would change nothing, so leave coalesce out"),
                refused(
                        () -> replace(BOOK.title, "a", null),
                        "replace(…): the text to put in is null; pass an empty one to remove what is found"),
                refused(
                        () -> position(null, BOOK.title),
                        "position(…): the text to look for is null; with it the result is always NULL"),
                refused(
                        () -> stringAgg(BOOK.title, null),
                        "stringAgg(…): the separator is null; pass an empty text for none"),
                refused(() -> value(NO_STRING), "value(null) has no type; use nullValue(type)"),
                refused(() -> caseWhen(BOOK.inPrint, NO_STRING), "a branch of CASE is null; pass nullValue(type)"),
                refused(
                        () -> caseWhen(BOOK.inPrint, "x").otherwise(NO_STRING),
                        "a branch of CASE is null; leave out otherwise(…), or pass nullValue(type)"),
                refused(
                        () -> select(BOOK.id).from(BOOK).where((Expression<Boolean>) null),
                        "a condition is null; leave it out, or pass and() for one that is always true"),
                refused(() -> text("SELECT :a").bind("a", null), ":a: a null has no type; say bindNull(\"a\", type)"));
    }

    @TestFactory
    Stream<DynamicTest> operatorsOfAnotherKind() {
        return tests(
                refused(
                        () -> BOOK.pages.like("1%"),
                        "book.pages.like(…): integer is a number, not text; use cast(TEXT)"),
                refused(
                        () -> BOOK.pages.startsWith("1"),
                        "book.pages.startsWith(…): integer is a number, not text; use cast(TEXT)"),
                refused(
                        () -> BOOK.pages.matches("1"),
                        "book.pages.matches(…): integer is a number, not text; use cast(TEXT)"),
                refused(
                        () -> BOOK.pages.concat("x"),
                        "book.pages.concat(…): integer is a number, not text; use cast(TEXT)"),
                refused(
                        () -> BOOK.publishedAt.collate("C"),
                        "book.published_at.collate(…): date is a date or time, not text; use cast(TEXT)"),
                refused(
                        () -> BOOK.title.plus("x"),
                        "book.title.plus(…): text is not a number; use concat(…) to join text, or cast(…)"),
                refused(() -> BOOK.inPrint.times(true), "book.in_print.times(…): boolean is not a number; use cast(…)"),
                refused(
                        () -> BOOK.publishedAt.minus(BOOK.publishedAt),
                        "book.published_at.minus(…): date is not a number; use plusInterval(…) or minusInterval(…)"),
                refused(
                        () -> BOOK.title.negated(),
                        "book.title.negated(…): text is not a number; use concat(…) to join text, or cast(…)"),
                refused(
                        () -> BOOK.pages.plusInterval(io.sluice.type.Interval.ofDays(1)),
                        "book.pages.plusInterval(…): integer is not a date or time; cast it to one"),
                refused(
                        () -> extract(DateField.YEAR, BOOK.pages),
                        "extract(YEAR, book.pages): integer is not a date or time; cast it to one"),
                refused(
                        () -> dateTrunc(DateField.YEAR, BOOK.pages),
                        "dateTrunc(YEAR, book.pages): integer is not a date or time; cast it to one"),
                refused(() -> substring(BOOK.title, 1, -1), "substring(…): a length of -1 is negative; pass 0 or more"),
                refused(
                        () -> percentile(1.5, BOOK.pages),
                        "percentile(…): the part of the rows lies between 0 and 1; 0.5 is the median"),
                refused(() -> ntile(0), "ntile(0): rows are split into one part at least"),
                refused(() -> nthValue(BOOK.pages, 0), "nthValue(…, 0): rows are counted from 1"),
                refused(() -> preceding(-1), "a window frame cannot begin or end -1 rows away; use following(1)"),
                refused(
                        () -> window().rowsBetween(currentRow(), preceding(1)),
                        "a window frame cannot run from CURRENT ROW to PRECEDING; the first bound must come before the second"),
                refused(
                        () -> window().rowsBetween(following(1), following(2))
                                .excludeTies()
                                .rowsBetween(following(2), currentRow()),
                        "a window frame cannot run from FOLLOWING to CURRENT ROW; the first bound must come before the second"),
                refused(
                        () -> window().excludeTies(),
                        "an exclusion belongs to a frame; say rowsBetween(…), rangeBetween(…) or groupsBetween(…) first"),
                refused(
                        () -> tuple(BOOK.id, BOOK.title).eq(tuple(BOOK.id)),
                        "tuple.eq(…): [bigint, text] cannot be compared with [bigint]; both sides need the same number of values of the same types"),
                refused(
                        () -> tuple(BOOK.id, BOOK.title).in(select(BOOK.title, BOOK.id)),
                        "tuple.in(…): [bigint, text] cannot be compared with [text, bigint]; both sides need the same number of values of the same types"));
    }

    @TestFactory
    Stream<DynamicTest> inserts() {
        Insert insert = insertInto(BOOK);
        Insert row = insert.values(BOOK.title.to("x"));
        return tests(
                refused(
                        () -> insert.values(AUTHOR.name.to("Ada")),
                        "values(…) names author.name, but the statement is about book; take the column from book"),
                refused(
                        () -> insert.values(BOOK.as("b").title.to("x")),
                        "values(…) names b.title, but the statement is about book; take the column from book"),
                refused(() -> insert.values(), "values(): there is nothing to set; name at least one column"),
                refused(() -> insert.values(BOOK.title.to("x"), BOOK.title.to("y")), "values(…) sets title twice"),
                refused(
                        () -> row.values(BOOK.pages.to(1)),
                        "values(…): this row sets [pages], the rows before set [title]; every row takes the same columns in the same order"),
                refused(
                        () -> row.rows(List.of("a"), cell(BOOK.pages, String::length)),
                        "rows(…): these rows set [pages], the rows before set [title]; every row takes the same columns in the same order"),
                refused(() -> insert.rows(List.of("a")), "rows(): name at least one column"),
                refused(
                        () -> insert.rows(List.of("a"), cell(BOOK.title, String::trim), cell(BOOK.title, String::trim)),
                        "rows(…) names title twice"),
                refused(
                        () -> insert.rows(List.of("a"), cell(AUTHOR.name, String::trim)),
                        "rows(…) names author.name, but the statement is about book; take the column from book"),
                refused(
                        () -> insert.columns(BOOK.id, BOOK.title)
                                .from(select(BOOK.id).from(BOOK)),
                        "from(…): the query selects 1 columns, columns(…) names 2"),
                refused(
                        () -> insert.columns(BOOK.id).from(select(BOOK.title).from(BOOK)),
                        "from(…): column 1 of the query is text, but book.id is bigint; cast it"),
                refused(
                        () -> insert.from(select(BOOK.title).from(BOOK)),
                        "from(…): say with columns(…) which columns of book it fills"),
                refused(
                        () -> insert.columns(BOOK.title).from(row.returning(BOOK.title)),
                        "from(…) takes a query that only reads; give the change a name with asCte(…) and select from that"),
                refused(
                        () -> insert.columns(BOOK.title).values(BOOK.title.to("x")),
                        "values(…): columns(…) belongs to from(…), and rows name their own; leave columns(…) out"),
                refused(() -> insert.columns(BOOK.title, BOOK.title), "columns(…) names title twice"),
                refused(
                        () -> row.defaultValues(),
                        "defaultValues(…): this insert has its rows already; make another statement for others"),
                refused(
                        () -> row.from(select(BOOK.title)),
                        "from(…): this insert has its rows already; make another statement for others"),
                refused(
                        () -> insert.tree(),
                        "insertInto(book): there is nothing to insert; say values(…), rows(…), from(…) or defaultValues()"),
                refused(
                        () -> insertInto(BOOK.as("b")),
                        "insertInto(b): an alias has no meaning here; pass the table itself"),
                refused(
                        () -> row.where(BOOK.pages.gt(1)),
                        "where(…) of an insert belongs after onConflict(…).doUpdate(…), which it limits"),
                refused(
                        () -> row.onConflict(AUTHOR.id),
                        "onConflict(…) names author.id, but the statement is about book; take the column from book"),
                refused(
                        () -> row.onConflict().doUpdate(BOOK.title.to("y")),
                        "doUpdate(…) needs to know which key clashes; name its columns in onConflict(…)"),
                refused(
                        () -> row.onConflict().where(BOOK.pages.gt(1)),
                        "onConflict(…).where(…) names a partial index, and needs its columns in onConflict(…)"),
                refused(
                        () -> row.onConflict(BOOK.id).doUpdate(AUTHOR.name.to("y")),
                        "doUpdate(…) names author.name, but the statement is about book; take the column from book"),
                refused(
                        () -> row.onConflict(BOOK.id).doUpdate(BOOK.title.to(excluded(AUTHOR.name))),
                        "excluded(…) names author.name, but the statement is about book; take the column from book"),
                refused(
                        () -> row.onConflict(BOOK.id).doNothing().onConflict(BOOK.title),
                        "onConflict(…): this insert says already what to do about rows that are there; say it once"),
                refused(() -> row.onConstraint(""), "a constraint's name must not be empty; give it a name"));
    }

    @TestFactory
    Stream<DynamicTest> changes() {
        return tests(
                refused(() -> update(BOOK).tree(), "update(book): there is nothing to set; say set(…)"),
                refused(() -> update(BOOK).set(), "set(): there is nothing to set; name at least one column"),
                refused(
                        () -> update(BOOK).set(AUTHOR.name.to("x")),
                        "set(…) names author.name, but the statement is about book; take the column from book"),
                refused(
                        () -> update(BOOK.as("b")).set(BOOK.title.to("x")),
                        "set(…) names book.title, but the statement is about b; take the column from b"),
                refused(() -> update(BOOK).set(BOOK.title.to("x")).set(BOOK.title.to("y")), "set(…) sets title twice"),
                refused(
                        () -> update(BOOK).set(BOOK.title.to("x")).on(BOOK.pages.gt(1)),
                        "on(…) belongs right after a join; there is none here"),
                refused(
                        () -> deleteFrom(BOOK).on(BOOK.pages.gt(1)),
                        "on(…) belongs right after a join; there is none here"),
                refused(() -> mergeInto(BOOK).tree(), "mergeInto(book): there is nothing to merge; say using(…)"),
                refused(() -> mergeInto(BOOK).using(AUTHOR).tree(), "mergeInto(book): say with on(…) which rows match"),
                refused(
                        () -> mergeInto(BOOK)
                                .using(AUTHOR)
                                .on(BOOK.authorId.eq(AUTHOR.id))
                                .tree(),
                        "mergeInto(book): say with whenMatched() or whenNotMatched() what to do"),
                refused(
                        () -> mergeInto(BOOK).using(AUTHOR).whenMatched().thenUpdate(AUTHOR.name.to("x")),
                        "thenUpdate(…) names author.name, but the statement is about book; take the column from book"),
                refused(
                        () -> mergeInto(BOOK).using(AUTHOR).whenNotMatched().thenInsert(),
                        "thenInsert(): there is nothing to set; name at least one column"));
    }

    @TestFactory
    Stream<DynamicTest> queries() {
        Derived twice = select(BOOK.id, AUTHOR.id).from(BOOK, AUTHOR).as("d");
        return tests(
                refused(() -> select(List.of()), "select(…): the list is empty; name at least one column"),
                refused(() -> select(BOOK.id).from(), "from(): there is no source; name one, or leave the clause out"),
                refused(
                        () -> select(BOOK.id).from(BOOK, BOOK),
                        "book stands twice in FROM; give one of them an alias with .as(…)"),
                refused(
                        () -> select(BOOK.id).join(BOOK),
                        "join(book): there is nothing to join it to; begin with from(…)"),
                refused(
                        () -> select(BOOK.id).from(BOOK).on(BOOK.pages.gt(1)),
                        "on(…) belongs right after a join; there is none here"),
                refused(
                        () -> select(BOOK.id).from(BOOK).join(BOOK.as("b")).where(BOOK.pages.gt(1)),
                        "join(b): there is no foreign key between b and book; say how they belong together with .on(…)"),
                refused(
                        () -> select(BOOK.id)
                                .from(BOOK, BOOK.as("b"))
                                .join(AUTHOR)
                                .tree(),
                        "join(author): there are several foreign keys to join along: book(author_id) = author(id); b(author_id) = author(id); choose with .on(…)"),
                refused(
                        () -> select(BOOK.id).distinctOn(),
                        "distinctOn(): name at least one expression, or say distinct()"),
                refused(() -> rollup(), "rollup(): name at least one expression"),
                refused(() -> cube(), "cube(): name at least one expression"),
                refused(() -> groupingSets(List.of()), "groupingSets(…): there is no set; name at least one"),
                refused(() -> select(BOOK.id).limit(-1), "limit(-1): a number of rows cannot be negative"),
                refused(() -> select(BOOK.id).offset(-1), "offset(-1): a number of rows cannot be negative"),
                refused(
                        () -> select(BOOK.id).from(BOOK).limitWithTies(3).tree(),
                        "limitWithTies(…) needs an order to know what ties; call orderBy(…)"),
                refused(
                        () -> select(BOOK.id).from(BOOK).startAfter(1L),
                        "startAfter(…) needs an order to know what comes after; call orderBy(…) first"),
                refused(
                        () -> select(BOOK.id).orderBy(BOOK.id).startAfter(1L, 2L),
                        "startAfter(…) takes one value for each term of ORDER BY: 1, not 2"),
                refused(
                        () -> select(BOOK.id).orderBy(BOOK.id).startAfter("x"),
                        "startAfter(…): value 1 should be Long, as the ORDER BY term is, not java.lang.String"),
                refused(
                        () -> select(BOOK.id).orderBy(BOOK.id).startAfter((Object) null),
                        "startAfter(…): value 1 is null, and nothing comes after NULL; order by columns that are never NULL"),
                refused(
                        () -> select(BOOK.id).skipLocked(),
                        "skipLocked(…) belongs after forUpdate() or another lock; there is none here"),
                refused(
                        () -> select(BOOK.id).from(BOOK).forUpdate().of(),
                        "of(): there is no source; name those to lock, or leave of(…) out for all"),
                refused(
                        () -> select(BOOK.id).window("w", window()).window("w", window()),
                        "window(…): there are two windows named w"),
                refused(() -> rank().over(""), "a window's name must not be empty; give it a name"),
                refused(() -> BOOK.id.as(""), "a label must not be empty; give it a name"),
                refused(
                        () -> BOOK.id.as("a\0b"),
                        "a label must not contain the character NUL, which no database accepts"),
                refused(() -> BOOK.title.collate(""), "a collation's name must not be empty; give it a name"),
                refused(
                        () -> function("a; drop table b", TEXT),
                        "\"a; drop table b\" is not a function's name; it may have letters, digits and _, and a schema before a dot"),
                refused(
                        () -> rowsOf("unnest", BOOK.tags).as("t"),
                        "unnest(…) as t gives rows; say which columns they have"),
                refused(() -> with(), "with(): there is no common table; leave it out, or pass query.asCte(name)"),
                refused(
                        () -> with(
                                select(BOOK.id).asCte("c"), select(BOOK.title).asCte("c")),
                        "with(…): there are two common tables named c"),
                refused(
                        () -> select(BOOK.id, BOOK.title).from(BOOK).node(),
                        "a query used as a value must select one column, not 2"),
                refused(
                        () -> BOOK.pages.in(select(BOOK.pages, BOOK.title).as((pages, title) -> pages)),
                        "a query used as a value must select one column, not 2"),
                refused(
                        () -> select(BOOK.id, BOOK.title).union(select(BOOK.id, BOOK.title, BOOK.pages)),
                        "union(…): the first query selects 2 columns and the second 3"),
                refused(
                        () -> select(BOOK.id, BOOK.title).unionAll(select(BOOK.id, BOOK.pages)),
                        "union all(…): column 2 (title) is text in the first query and integer in the second; cast one of them"),
                refused(
                        () -> with(select(BOOK.id).asCte("c"))
                                .select(BOOK.id)
                                .union(with(select(AUTHOR.id).asCte("c")).select(AUTHOR.id)),
                        "union(…): both queries declare a common table c, and not the same; rename one of them"),
                refused(
                        () -> twice.column(BOOK.id),
                        "d has several columns named id; give them labels with .as(…) where they are selected"),
                refused(() -> select(BOOK.id).as("d").column(BOOK.title), "d has no column title; it has [id]"),
                refused(() -> select(BOOK.id).as("d").column("id", TEXT), "d.id is bigint, not text"),
                refused(
                        () -> select(BOOK.title, BOOK.pages).as(String.class),
                        "as(String.class): it is not a record; pass a function instead, as in as(String::new)"),
                refused(
                        () -> select(BOOK.title, BOOK.id).as(Pair.class),
                        "as(Pair.class): component right is a Integer, but column id is bigint and read as Long"),
                refused(
                        () -> select(BOOK.title).as(Pair.class),
                        "as(Pair.class): the record has 2 components [left, right], the statement selects 1 columns [title]"));
    }

    @TestFactory
    Stream<DynamicTest> textAndTemplates() {
        return tests(
                refused(() -> text("SELECT :a").bind("b", 1), "there is no :b in this text; it has [a]"),
                refused(() -> text("SELECT :a").tree(), ":a has no value; say bind(\"a\", value)"),
                refused(
                        () -> text("SELECT :a").bind("a", new Object()),
                        "there is no usual SQL type for java.lang.Object; pass the type too"),
                refused(
                        () -> template("{} + {}", INTEGER, BOOK.pages),
                        "template(…): the text has 2 {} and there are 1 expressions"),
                refused(() -> values(), "values(): name at least one field"),
                refused(() -> values(field("a", TEXT)).tree(), "values(a) has no rows; add one with row(…)"),
                refused(() -> values(field("a", TEXT)).row(), "row(…) takes one value for each field [a]: 1, not 0"),
                refused(() -> values(field("a", TEXT)).row(1), "row(…): a is text, not java.lang.Integer"),
                refused(() -> values(field("a", TEXT)).row(BOOK.id), "row(…): a is text, not bigint"),
                refused(() -> field("", BIGINT), "a field's name must not be empty; give it a name"));
    }

    /** What the compiler could not see, because somebody cast it away. */
    @TestFactory
    @SuppressWarnings({"unchecked", "rawtypes"})
    Stream<DynamicTest> valuesOfAnotherType() {
        Expression raw = BOOK.pages;
        TableColumn column = BOOK.pages;
        return tests(
                refused(() -> raw.eq("secret"), "book.pages.eq(…) takes Integer, not java.lang.String"),
                refused(() -> raw.in(List.of("secret")), "book.pages.in(…) takes Integer, not java.lang.String"),
                refused(() -> raw.plus("secret"), "book.pages.plus(…) takes Integer, not java.lang.String"),
                refused(() -> column.to("secret"), "book.pages.to(…) takes Integer, not java.lang.String"),
                refused(
                        () -> value("secret", (io.sluice.type.SqlType) INTEGER),
                        "value(…) takes Integer, not java.lang.String"),
                refused(
                        () -> text("SELECT :a").bind("a", "secret", (io.sluice.type.SqlType) INTEGER),
                        ":a takes Integer, not java.lang.String"),
                refused(
                        () -> caseWhen(BOOK.inPrint, raw).otherwise("secret"),
                        "a branch of CASE takes Integer, not java.lang.String"));
    }

    private interface Misuse {
        void build();
    }

    private record Refusal(Misuse misuse, String message) {}

    private static Refusal refused(Misuse misuse, String message) {
        return new Refusal(misuse, message);
    }

    private static Stream<DynamicTest> tests(Refusal... refusals) {
        return Arrays.stream(refusals)
                .map(refusal -> dynamicTest(
                        refusal.message,
                        () -> Assertions.assertThatThrownBy(refusal.misuse::build)
                                .isInstanceOf(StatementException.class)
                                .hasMessage(refusal.message)));
    }
}
