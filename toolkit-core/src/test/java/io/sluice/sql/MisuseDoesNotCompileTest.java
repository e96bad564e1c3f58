package io.sluice.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gates.Snippet;
import io.sluice.gates.Snippets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Programs that must not compile, and the words of the compiler's message by which a user sees why. Names of types are
 * short here, as the compiler shows them on a terminal.
 */
class MisuseDoesNotCompileTest {
    private static final Snippets SNIPPETS = Snippets.importing(
            "import static io.sluice.schema.Columns.*;",
            "import static io.sluice.sql.Aggregates.*;",
            "import static io.sluice.sql.Functions.*;",
            "import static io.sluice.sql.Library.*;",
            "import static io.sluice.sql.Sql.*;",
            "import static io.sluice.sql.WindowFunctions.*;",
            "import static io.sluice.type.SqlTypes.*;",
            "import io.sluice.schema.*;",
            "import io.sluice.sql.*;",
            "import io.sluice.type.*;",
            "import java.time.*;",
            "import java.util.*;");

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            BOOK.pages.eq("500")                           => String cannot be converted to Integer
            BOOK.pages.eq(500L)                            => long cannot be converted to Integer
            BOOK.id.eq(1)                                  => int cannot be converted to Long
            BOOK.title.eq(BOOK.pages)                      => Column<Integer> cannot be converted to String
            BOOK.title.eq(null)                            => reference to eq is ambiguous
            BOOK.title.ne(null)                            => reference to ne is ambiguous
            BOOK.title.isDistinctFrom(null)                => reference to isDistinctFrom is ambiguous
            BOOK.pages.isDistinctFrom("x")                 => String cannot be converted to Integer
            BOOK.pages.between(1, "2")                     => String cannot be converted to Integer
            BOOK.pages.between(BOOK.pages, BOOK.id)        => Column<Long> cannot be converted to Operand<Integer>
            BOOK.pages.in(List.of("1", "2"))               => List<String>
            BOOK.pages.in(select(BOOK.title).from(BOOK))   => Select<String> cannot be converted to Query<Integer>
            BOOK.pages.in(select(BOOK.pages, BOOK.id).from(BOOK)) => Select<Row> cannot be converted to Query<Integer>
            BOOK.pages.gt(select(BOOK.title).from(BOOK))   => Select<String> cannot be converted to Operand<Integer>
            BOOK.pages.gt(all(select(BOOK.title).from(BOOK))) => incompatible equality constraints Integer,String
            BOOK.id.eq(any(BOOK.tags))                     => incompatible equality constraints Long,String
            BOOK.tags.eq("x")                              => String cannot be converted to List<String>
            BOOK.cover.eq("x")                             => String cannot be converted to byte[]
            BOOK.pages.as("p").eq("p")                     => String cannot be converted to Integer
            BOOK.title.like(5)                             => int cannot be converted to String
            BOOK.title.startsWith('x')                     => char cannot be converted to String
            BOOK.pages.asc().gt(3)                         => cannot find symbol
            tuple(BOOK.id, BOOK.title).eq(BOOK.id)         => Column<Long> cannot be converted to Tuple
            tuple(BOOK.id, "x")                            => String cannot be converted to Expression<?>
            """)
    void comparesOnlyWhatIsOfOneType(String program, String because) {
        assertRefused(program, because);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            BOOK.pages.plus(1L)                            => long cannot be converted to Integer
            BOOK.pages.plus(BOOK.id)                       => Column<Long> cannot be converted to Operand<Integer>
            BOOK.pages.times(1.5)                          => double cannot be converted to Integer
            BOOK.title.concat(BOOK.pages)                  => Column<Integer> cannot be converted to Operand<String>
            BOOK.publishedAt.plusInterval(Duration.ofDays(1)) => Duration cannot be converted to Interval
            BOOK.title.cast("integer")                     => String cannot be converted to SqlType<U>
            Expression<String> e = BOOK.title.cast(INTEGER) => incompatible equality constraints String,Integer
            lower(BOOK.pages)                              => Column<Integer> cannot be converted to Expression<String>
            abs(BOOK.title)                                => incompatible bounds equality constraints: String
            coalesce(BOOK.pages, BOOK.title)               => incompatible equality constraints String,Integer
            nullIf(BOOK.pages, "x")                        => equality constraints: Integer lower bounds: String
            greatest(BOOK.pages, BOOK.id)                  => incompatible equality constraints Long,Integer
            extract("year", BOOK.publishedAt)              => String cannot be converted to DateField
            atTimeZone(BOOK.publishedAt, "UTC")            => Column<LocalDate> cannot be converted to Expression<Instant>
            caseWhen(BOOK.pages.gt(3), "x").otherwise(3)   => int cannot be converted to String
            caseWhen(BOOK.pages, "x")                      => Column<Integer> cannot be converted to Expression<Boolean>
            arrayOf(BOOK.pages, BOOK.title)                => incompatible equality constraints String,Integer
            function("f", "text")                          => String cannot be converted to SqlType<T>
            template("{}", TEXT, "y")                      => String cannot be converted to Operand<?>
            nullValue("x")                                 => String cannot be converted to SqlType<T>
            SqlType<String> t = INTEGER                    => SqlType<Integer> cannot be converted to SqlType<String>
            """)
    void calculatesOnlyWithWhatFits(String program, String because) {
        assertRefused(program, because);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            select(BOOK.id).from(BOOK).where("pages > 3")  => String cannot be converted to Expression<Boolean>
            select(BOOK.id).from(BOOK).where(BOOK.pages)   => Column<Integer> cannot be converted to Expression<Boolean>
            select(BOOK.id).from(BOOK).where(true)         => boolean cannot be converted to Expression<Boolean>
            select(BOOK.id).having(count())                => Aggregate<Long> cannot be converted to Expression<Boolean>
            select(BOOK.id).from(BOOK).join(AUTHOR).on(BOOK.authorId) => Column<Long> cannot be converted to Expression<Boolean>
            select(BOOK.id).from(BOOK).join(AUTHOR).on("true") => String cannot be converted to Expression<Boolean>
            and(BOOK.pages, BOOK.title.eq("x"))            => Column<Integer> cannot be converted to Expression<Boolean>
            not(BOOK.pages)                                => Column<Integer> cannot be converted to Expression<Boolean>
            BOOK.pages.gt(1).and("x")                      => String cannot be converted to Expression<Boolean>
            BOOK.pages.gt(1).and(BOOK.title)               => Column<String> cannot be converted to Expression<Boolean>
            exists("select 1")                             => String cannot be converted to Query<?>
            exists(BOOK)                                   => Books cannot be converted to Query<?>
            count().filter(BOOK.pages)                     => Column<Integer> cannot be converted to Expression<Boolean>
            update(BOOK).where("x")                        => String cannot be converted to Expression<Boolean>
            deleteFrom(BOOK).where(BOOK.pages)             => Column<Integer> cannot be converted to Expression<Boolean>
            mergeInto(BOOK).using(AUTHOR).on(BOOK.pages)   => Column<Integer> cannot be converted to Expression<Boolean>
            """)
    void takesOnlyConditionsForConditions(String program, String because) {
        assertRefused(program, because);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            Statement s = "SELECT 1"                       => String cannot be converted to Statement
            Query<Row> q = "SELECT 1"                      => String cannot be converted to Query<Row>
            select("id")                                   => no suitable method found for select(String)
            select(BOOK.id, "title")                       => no suitable method found for select(Column<Long>,String)
            select(BOOK.id).from("book")                   => String cannot be converted to Source
            select(BOOK.id).from(BOOK).join("author")      => String cannot be converted to Source
            select(BOOK.id).orderBy("title")               => String cannot be converted to Sortable
            select(BOOK.id).groupBy("title")               => String cannot be converted to Groupable
            select(BOOK.id).limit("10")                    => String cannot be converted to long
            select(BOOK.id).except("x")                    => String cannot be converted to Query<Long>
            with("x")                                      => String cannot be converted to Cte
            insertInto("book")                             => String cannot be converted to TargetTable
            insertInto(BOOK).values("x")                   => String cannot be converted to ColumnValue
            insertInto(BOOK).columns("title")              => String cannot be converted to TableColumn<?>
            insertInto(BOOK).onConflict("id")              => String cannot be converted to TableColumn<?>
            bind(param("id", BIGINT), (String s) -> s)     => equality constraints: Long lower bounds: String
            deleteFrom(BOOK).forEach(List.of(1), bind("id", (Integer i) -> i)) => String cannot be converted to Parameter<T>
            mergeInto(BOOK).forEach(List.of(1))            => cannot find symbol
            deleteFrom("book")                             => String cannot be converted to TargetTable
            deleteFrom(BOOK).returning("id")               => String cannot be converted to Selectable<T>
            text("SELECT 1").returning("x")                => String cannot be converted to Field<?>
            Table.named("t", "id")                         => String cannot be converted to ColumnDefinition<?>
            partitionBy("x")                               => String cannot be converted to Expression<?>
            rollup("x")                                    => String cannot be converted to Expression<?>
            """)
    void takesNoBareStringForSql(String program, String because) {
        assertRefused(program, because);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            insertInto(BOOK).values(BOOK.title.to(5))      => int cannot be converted to String
            insertInto(BOOK).values(BOOK.title.to(BOOK.pages)) => Column<Integer> cannot be converted to Operand<String>
            insertInto(BOOK).values(BOOK.title.to(null))   => reference to to is ambiguous
            insertInto(BOOK).values(BOOK.title, "x")       => Column<String> cannot be converted to ColumnValue
            insertInto(BOOK).values(BOOK.title.eq("x"))    => Condition cannot be converted to ColumnValue
            insertInto(select(BOOK.id).from(BOOK).as("b")) => Derived cannot be converted to TargetTable
            insertInto(BOOK).rows(List.of("a"), cell(BOOK.title, (Integer n) -> "x")) => lower bounds: String
            cell(BOOK.pages, (String s) -> s)              => equality constraints: Integer lower bounds: String
            insertInto(BOOK).from(deleteFrom(BOOK))        => Delete cannot be converted to Query<?>
            insertInto(BOOK).doUpdate(BOOK.title.to("y"))  => cannot find symbol
            BOOK.title.to(excluded(BOOK.pages))            => incompatible equality constraints String,Integer
            excluded(BOOK.pages.plus(1))                   => Expression<Integer> cannot be converted to TableColumn<T>
            excluded("pages")                              => String cannot be converted to TableColumn<T>
            update(BOOK).set(BOOK.pages.to("x"))           => String cannot be converted to Integer
            update(BOOK).set(BOOK.pages.eq(5))             => Condition cannot be converted to ColumnValue
            update(BOOK).set(BOOK.pages, 5)                => Column<Integer> cannot be converted to ColumnValue
            BOOK.pages.plus(1).to(3)                       => cannot find symbol
            mergeInto(BOOK).whenMatched().thenInsert(BOOK.pages.to(1)) => cannot find symbol
            Query<Row> q = insertInto(BOOK).values(BOOK.title.to("x")) => Insert cannot be converted to Query<Row>
            Command c = select(BOOK.id).from(BOOK)         => Select<Long> cannot be converted to Command
            """)
    void assignsOnlyWhatFitsTheColumn(String program, String because) {
        assertRefused(program, because);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            select(BOOK.title, BOOK.id).as(Pair::new)      => Long cannot be converted to int
            select(BOOK.pages, BOOK.title).as(Pair::new)   => Integer cannot be converted to String
            select(BOOK.title, BOOK.pages, BOOK.id).as(Pair::new) => actual and formal argument lists differ in length
            Select<Pair> s = select(BOOK.title, BOOK.pages).from(BOOK) => Select<Row> cannot be converted to Select<Pair>
            Select<String> s = select(BOOK.pages).from(BOOK) => Select<Integer> cannot be converted to Select<String>
            Select<Integer> s = select(BOOK.pages.optional()) => equality constraints Integer,Optional<Integer>
            Integer n = ((Row) null).get(BOOK.title)       => incompatible bounds equality constraints: String
            String t = ((Row) null).get("title")           => Object cannot be converted to String
            ((Row) null).get(BOOK)                         => Books cannot be converted to Selectable<T>
            text("SELECT :x").bind("x", 1, TEXT)           => incompatible bounds equality constraints: String
            select(BOOK.id).union(select(BOOK.title))      => incompatible equality constraints Long,String
            select(BOOK.id).unionAll(select(BOOK.id, BOOK.title)) => conforms to Query<Long>
            select(BOOK.id).asRecursiveCte("x", self -> select(BOOK.title)) => bad return type in lambda expression
            select(BOOK.id).from(select(BOOK.id))          => Select<T> conforms to Source
            with(select(BOOK.id)).select(BOOK.id)          => Select<T> conforms to Cte
            with(select(BOOK.id).asCte("x")).from(BOOK)    => cannot find symbol
            """)
    void readsRowsOnlyAsWhatWasSelected(String program, String because) {
        assertRefused("record Pair(String left, int right) {} " + program, because);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            select(rowNumber())                            => no suitable method found for select(WindowFunction<Long>)
            select(BOOK.id).orderBy(rank())                => WindowFunction<Long> cannot be converted to Sortable
            rank().over()                                  => no suitable method found for over(no arguments)
            sum(BOOK.pages).over(BOOK.pages)               => Column<Integer> cannot be converted to Window
            window().rowsBetween(1, 2)                     => int cannot be converted to Limit
            lag(BOOK.pages, "1")                           => String cannot be converted to int
            sum(BOOK.title)                                => no suitable method found for sum(Column<String>)
            avg(BOOK.publishedAt)                          => no suitable method found for avg(Column<LocalDate>)
            Expression<Integer> e = sum(BOOK.pages)        => Aggregate<Long> conforms to Expression<Integer>
            stringAgg(BOOK.pages, ", ")                    => Column<Integer> cannot be converted to Expression<String>
            every(BOOK.pages)                              => Column<Integer> cannot be converted to Expression<Boolean>
            stddev(BOOK.title)                             => incompatible bounds equality constraints: String
            """)
    void aggregatesOnlyWhatCanBe(String program, String because) {
        assertRefused(program, because);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            final Column<String> a = column("a", INTEGER)  => incompatible equality constraints String,Integer
            final Column<String> a = column("a", references(() -> BOOK.id)) => incompatible equality constraints String,Long
            final Column<String> a = column("a", "text")   => no suitable method found for column(String,String)
            final Column<Integer> a = column("a", INTEGER, defaultValue("x")) => column(String,SqlType<Integer>,ColumnOption<String>)
            final Column<Long> a = column("a", BIGINT, defaultValue(1)) => column(String,SqlType<Long>,ColumnOption<Integer>)
            final Column<Long> a = column("a", BIGINT, defaultValueFrom(() -> "x")) => column(String,SqlType<Long>,ColumnOption<String>)
            final Column<Long> a = column("a", BIGINT, serverDefault("x")) => column(String,SqlType<Long>,ColumnOption<String>)
            final Column<Long> a = column("a", BIGINT, serverDefault(now())) => column(String,SqlType<Long>,ColumnOption<Instant>)
            final Column<Long> a = column("a", BIGINT, onUpdate(now())) => column(String,SqlType<Long>,ColumnOption<Instant>)
            final Column<Long> a = column("a", BIGINT, onUpdateFrom(Instant::now)) => equality constraints: Long lower bounds: Instant
            final Column<Long> a = column("a", BIGINT, computed(BOOK.title)) => column(String,SqlType<Long>,ColumnOption<String>)
            final Column<Long> a = column("a", BIGINT, collation("C")) => incompatible equality constraints String,Long
            final Column<Long> a = column("a", references("t", "id", TEXT)) => incompatible equality constraints Long,String
            final Check a = Check.of(BOOK.title)           => Column<String> cannot be converted to Expression<Boolean>
            final Index a = Index.on("title")              => String cannot be converted to Sortable
            final Index a = Index.on(BOOK.id).where(BOOK.id) => Column<Long> cannot be converted to Expression<Boolean>
            final TablePart a = Partitioning.byRange(BOOK.id).partition("p", "a", "b") => String cannot be converted to Long
            final Metadata a = Metadata.of(BOOK.id)        => Column<Long> cannot be converted to SchemaObject
            final Column<Long> a = new Column<>()          => cannot infer type arguments for Column<>
            """)
    void declaresColumnsOnlyOfTheirType(String member, String because) {
        assertRefused("class T extends Table { %s; T() { super(TableName.of(\"t\")); } }".formatted(member), because);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            class Mine implements Operand<String> {}       => class is not allowed to extend sealed class: Operand
            class Mine implements RowQuery<String> {}      => class is not allowed to extend sealed class: RowQuery
            final class Mine extends Select<String> {}     => class is not allowed to extend sealed class: Select
            """)
    void keepsItsTypesToItself(String program, String because) {
        assertRefused(program, because);
    }

    /** One error and no other, with a part that reads as expected. */
    private static void assertRefused(String program, String because) {
        var problems = SNIPPETS.problems("snippet", List.of(new Snippet(1, program + ";")));
        assertThat(problems).as(program).hasSize(1);
        assertThat(onOneLine(problems.get(0).message()))
                .contains(because)
                .as("what only the library itself can call is no help")
                .doesNotContain("Chain<");
    }

    private static String onOneLine(String message) {
        return message.replaceAll("\\b[a-z]\\w*\\.(?:[a-z]\\w*\\.)*(?:[A-Z]\\w*\\.)*(?=[A-Z])", "")
                .replaceAll("\\s+", " ");
    }
}
