package io.sluice.dialect.h2;

import static io.sluice.dialect.h2.Items.ITEMS;
import static io.sluice.dialect.h2.Items.h2;
import static io.sluice.dialect.h2.Parts.PARTS;
import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Functions.left;
import static io.sluice.sql.Functions.substring;
import static io.sluice.sql.Operators.array;
import static io.sluice.sql.Operators.json;
import static io.sluice.sql.Operators.textSearch;
import static io.sluice.sql.Sql.cube;
import static io.sluice.sql.Sql.excluded;
import static io.sluice.sql.Sql.field;
import static io.sluice.sql.Sql.groupingSets;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.mergeInto;
import static io.sluice.sql.Sql.multiset;
import static io.sluice.sql.Sql.rollup;
import static io.sluice.sql.Sql.rowsOf;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.Sql.with;
import static io.sluice.type.SqlTypes.DATERANGE;
import static io.sluice.type.SqlTypes.INET;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.INTERVAL;
import static io.sluice.type.SqlTypes.JSON;
import static io.sluice.type.SqlTypes.NUMERIC;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.sql.Insert;
import io.sluice.sql.Statement;
import io.sluice.sql.StatementException;
import io.sluice.type.Interval;
import io.sluice.type.Json;
import io.sluice.type.SqlTypes;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What H2 cannot say is refused when the statement is compiled, with a way round. */
class H2RefusalTest {
    private static final Insert INSERT = insertInto(ITEMS).values(ITEMS.name.to("a"));

    @Test
    void refusesWhatQueriesCannotSay() {
        var ids = select(ITEMS.id).from(ITEMS);
        var lateral = ids.where(ITEMS.id.eq(PARTS.itemId)).as("l").lateral();

        refuses(
                ids.fullJoin(PARTS).on(PARTS.itemId.eq(ITEMS.id)),
                "FULL JOIN; join a leftJoin and the rows only the other side has by unionAll(…)");
        refuses(
                select(PARTS.id).from(PARTS).crossJoin(lateral),
                "LATERAL; select a scalar subquery, or rank rows with rowNumber() and join");
        refuses(
                ids.intersectAll(ids),
                "INTERSECT ALL; use it without ALL, or number equal rows with rowNumber() and join");
        refuses(ids.exceptAll(ids), "EXCEPT ALL; use it without ALL, or number equal rows with rowNumber() and join");
        refuses(ids.forShare(), "FOR SHARE; lock with forUpdate()");
        refuses(ids.forNoKeyUpdate(), "FOR NO KEY UPDATE; lock with forUpdate()");
        refuses(ids.forUpdate().of(ITEMS), "FOR UPDATE OF; lock one table in a query of its own");
        refuses(ids.forUpdate().forUpdate(), "two locks in one query; lock with forUpdate() alone");
        refuses(
                ids.distinctOn(ITEMS.name).orderBy(ITEMS.name, ITEMS.stock),
                "DISTINCT ON ordered by what it does not select; select that too");
        refuses(
                select(count()).from(ITEMS).groupBy(rollup(ITEMS.name)),
                "ROLLUP; join one grouped query for each set of groups by unionAll(…)");
        refuses(
                select(count()).from(ITEMS).groupBy(cube(ITEMS.name)),
                "CUBE; join one grouped query for each set of groups by unionAll(…)");
        refuses(
                select(count()).from(ITEMS).groupBy(groupingSets(List.of(List.of(ITEMS.name)))),
                "GROUPING SETS; join one grouped query for each set of groups by unionAll(…)");
    }

    @Test
    void refusesWhatCommonTablesAndFunctionsInFromCannotSay() {
        var kept = select(ITEMS.id).from(ITEMS).asCte("kept").materialized(true);
        var added = INSERT.returning(ITEMS.id).asCte("added");
        var series = rowsOf("system_range", value(1), value(2)).as("s", field("n", INTEGER));

        refuses(with(kept).select(kept).from(kept), "MATERIALIZED; leave it out for this database");
        refuses(
                with(added).select(added).from(added),
                "a change in WITH; run the change first, with returning(…), then the query");
        refuses(
                select(series.lateral()).from(series.lateral()),
                "LATERAL; call the function with values, not with columns");
        refuses(
                select(series.withOrdinality()).from(series.withOrdinality()),
                "WITH ORDINALITY of system_range; count rows with rowNumber()");
    }

    @Test
    void refusesWhatExpressionsCannotSay() {
        refuses(
                select(ITEMS.name.collate("C")),
                "COLLATE; sort by upper(…) or lower(…), or set the collation of the database");
        refuses(
                select(left(ITEMS.name, -1)),
                "left(…, -1) as other databases do; count from the beginning of the text, with substring(…) or left(…)");
        refuses(
                select(substring(ITEMS.name, 0)),
                "substring(…, 0) as other databases do; count from the beginning of the text, with substring(…) or left(…)");
        refuses(
                select(value(List.of(new Json("1")), SqlTypes.array(JSON))),
                "an array of JSON as a value; bind one JSON value that holds an array");
        refuses(
                select(ITEMS.price.plus(new BigDecimal("1".repeat(61)))),
                "a calculation with a number of more than 60 digits; round it in Java");
    }

    @Test
    void refusesWhatIsOfPostgresqlAlone() {
        var doc = json(ITEMS.doc);
        var search = textSearch("english");

        refuses(
                select(doc.get("a")),
                "the json operator ->; call the database's own function with function(…), or do it in Java");
        refuses(select(doc.arrayLength()), "the function json_array_length; read the value and do it in Java");
        refuses(
                select(ITEMS.id).from(ITEMS).where(array(ITEMS.tags).overlaps(List.of("a"))),
                "the array operator &&; call the database's own function with function(…), or do it in Java");
        refuses(select(array(ITEMS.tags).remove("a")), "the function array_remove; read the value and do it in Java");
        refuses(
                select(ITEMS.id).from(ITEMS).where(search.vector(ITEMS.name).matches(search.words("a"))),
                "the search operator @@; call the database's own function with function(…), or do it in Java");
        refuses(select(multiset(select(PARTS.id).from(PARTS))), "a nested collection; load it with a query of its own");
    }

    @Test
    void refusesTypesThatItDoesNotHave() {
        assertThatThrownBy(() -> h2(select(value("::1", INET))))
                .isInstanceOf(StatementException.class)
                .hasMessage("H2 has no type inet; keep it as text");
        assertThatThrownBy(() -> h2(select(value(Interval.ofDays(1), INTERVAL))))
                .hasMessage("H2 has no type interval; keep its months, days and seconds in numbers");
        assertThatThrownBy(() -> h2(select(ITEMS.name.cast(DATERANGE))))
                .hasMessage("H2 has no type daterange; keep its two ends in columns of their own");
        assertThatThrownBy(() -> h2(select(ITEMS.price.cast(NUMERIC).cast(SqlTypes.array(INET)))))
                .hasMessage("H2 has no type inet; keep it as text");
    }

    /** The driver would send the two halves one after the other. */
    @Test
    void refusesNamesWithSemicolons() {
        assertThatThrownBy(() -> h2(select(ITEMS.id.as("a;b"))))
                .isInstanceOf(StatementException.class)
                .hasMessage(
                        "\"a;b\" cannot be a name in H2: its driver ends a statement at a semicolon, also between quotes");
    }

    @Test
    void refusesWhatAnUpsertCannotSay() {
        refuses(
                INSERT.onConflict().doNothing(),
                "ON CONFLICT of any key or of a constraint; name the key's columns in onConflict(…)");
        refuses(
                INSERT.onConstraint("uq").doNothing(),
                "ON CONFLICT of any key or of a constraint; name the key's columns in onConflict(…)");
        refuses(
                INSERT.onConflict(ITEMS.name).where(ITEMS.active.isNotNull()).doNothing(),
                "ON CONFLICT of a partial index; name a key of the whole table");
        refuses(
                INSERT.onConflict(ITEMS.id).doNothing(),
                "ON CONFLICT of columns that the insert does not set; set [id]");
        refuses(
                INSERT.onConflict(ITEMS.name).doUpdate(ITEMS.stock.to(excluded(ITEMS.stock))),
                "excluded(stock), which the insert does not set; set it in the insert too");
        refuses(
                insertInto(ITEMS)
                        .values(ITEMS.name.to("a"), ITEMS.stock.toDefault())
                        .onConflict(ITEMS.name)
                        .doNothing(),
                "DEFAULT in an insert with onConflict(…); leave the column out");
    }

    @Test
    void refusesWhatChangesCannotSay() {
        var merge = mergeInto(ITEMS).using(PARTS).on(PARTS.itemId.eq(ITEMS.id));

        refuses(
                update(ITEMS)
                        .set(ITEMS.stock.to(1))
                        .from(PARTS)
                        .where(PARTS.itemId.eq(ITEMS.id))
                        .returning(ITEMS.id, PARTS.amount),
                "RETURNING a column of parts, which is not changed; select it with a statement of its own");
        refuses(
                merge.whenMatched().thenDelete().returning(ITEMS.id),
                "RETURNING of a MERGE that deletes; delete with a statement of its own");
        refuses(merge.whenMatched().thenDoNothing(), "a MERGE that does nothing; leave it out");
        refuses(
                merge.whenMatched(PARTS.amount.eq(1))
                        .thenDoNothing()
                        .whenMatched()
                        .thenDelete(),
                "DO NOTHING before another branch of a MERGE; put the opposite of its condition into the branches after it");
    }

    private static void refuses(Statement statement, String what) {
        assertThatThrownBy(() -> h2(statement))
                .isInstanceOf(StatementException.class)
                .hasMessage("H2 cannot say " + what);
    }
}
