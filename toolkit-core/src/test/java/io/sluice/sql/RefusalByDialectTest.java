package io.sluice.sql;

import static io.sluice.sql.Library.AUTHOR;
import static io.sluice.sql.Library.BOOK;
import static io.sluice.sql.Operators.array;
import static io.sluice.sql.Operators.textSearch;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.mergeInto;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.SqlAssertion.assertRefused;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.Dialects;
import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Atom.SearchConfiguration;
import io.sluice.sql.tree.BatchNode;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.Operation.Infix;
import io.sluice.sql.tree.Operator;
import io.sluice.type.Interval;
import io.sluice.type.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a dialect cannot say, said in the words that lead on. */
class RefusalByDialectTest {

    @Test
    void mariadbHasNoArrays() {
        assertRefused(
                () -> select(array(BOOK.tags).element(1)).from(BOOK).sql(Dialects.MARIADB),
                "MariaDB cannot say an element of an array; use function(\"json_value\", …)");
        assertRefused(
                () -> select(array(select(AUTHOR.name).from(AUTHOR))).sql(Dialects.MARIADB),
                "MariaDB cannot say a query as an array; run the query by itself");
        assertRefused(
                () -> select(BOOK.id)
                        .from(BOOK)
                        .where(array(BOOK.tags).contains(BOOK.tags))
                        .sql(Dialects.MARIADB),
                "MariaDB cannot say PostgreSQL's operator @>;"
                        + " call a function of MariaDB with function(…), such as json_value or json_contains");
    }

    @Test
    void mariadbNeedsAColumnForAnUpsert() {
        assertRefused(
                () -> insertInto(AUTHOR)
                        .defaultValues()
                        .onConflict()
                        .doNothing()
                        .sql(Dialects.MARIADB),
                "MariaDB cannot say an upsert of default values alone; name the key's columns in onConflict(…)");
    }

    @Test
    void mariadbKeepsNoSpacesAtTheEndsOfNames() {
        assertRefused(
                () -> Dialects.MARIADB.quoted("a\t"),
                "\"a\t\" cannot be a name in MariaDB: a name does not end with white space");
        assertRefused(
                () -> Dialects.MARIADB.quoted("\u0001a"),
                "\"\u0001a\" cannot be a name in MariaDB: it drops spaces and control characters"
                        + " from the beginning of labels; begin with a letter");
    }

    @Test
    void h2AddsOnlyIntervalsThatAreValues() {
        var day = new Bind(Interval.ofDays(1), SqlTypes.INTERVAL);
        var twice = new Infix(
                Operator.PLUS,
                Chain.<Expr>of(BOOK.publishedAt.node(), BOOK.publishedAt.node()).plus(day));

        assertRefused(
                () -> select(new Typed<>(twice, SqlTypes.DATE)).from(BOOK).sql(Dialects.H2),
                "H2 cannot say an interval that is not a value; add intervals one by one with plusInterval(…)");
    }

    @Test
    void onlyPostgresqlSearchesTexts() {
        var english = textSearch("english");

        assertRefused(
                () -> select(BOOK.id)
                        .from(BOOK)
                        .where(english.vector(BOOK.title).matches(english.words("sea")))
                        .sql(Dialects.MARIADB),
                "MariaDB cannot say PostgreSQL's operator @@;"
                        + " call a function of MariaDB with function(…), such as json_value or json_contains");
        assertRefused(
                () -> select(english.headline(BOOK.title, english.words("sea")))
                        .from(BOOK)
                        .sql(Dialects.H2),
                "H2 cannot say a text search; compare with like(…), or call the database's own functions with function(…)");
    }

    @Test
    void noDialectMergesForManySets() {
        var merge = mergeInto(BOOK)
                .using(AUTHOR)
                .on(BOOK.authorId.eq(AUTHOR.id))
                .whenMatched()
                .thenDelete();
        var batch = new BatchNode(merge.tree(), List.of(), List.of(), Chain.of(List.of()));

        assertRefused(
                () -> Dialects.POSTGRESQL.render(batch),
                "PostgreSQL cannot say a MERGE for many sets of values; merge values(…) with as(…)");
    }

    @Test
    void noDialectTakesHalfACharacter() {
        assertRefused(
                () -> Dialects.POSTGRESQL.quoted("a\uD83D"),
                "a name for PostgreSQL has half a surrogate pair in it, which is no character and would be sent as another");
    }

    /** It stands in the SQL itself. */
    @Test
    void aSearchConfigurationHasNoQuotes() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new SearchConfiguration("it's"))
                .withMessage("a text search configuration's name has no quotes or backslashes");
    }
}
