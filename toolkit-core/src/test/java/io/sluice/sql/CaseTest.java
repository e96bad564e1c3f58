package io.sluice.sql;

import static io.sluice.sql.Shop.ORDERS;
import static io.sluice.sql.Sql.caseOf;
import static io.sluice.sql.Sql.caseWhen;
import static io.sluice.sql.Sql.nullValue;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.SqlAssertion.absent;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static io.sluice.sql.SqlAssertion.assertRefused;
import static io.sluice.type.SqlTypes.TEXT;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseTest {
    private final Case<String> size =
            caseWhen(ORDERS.totalCents.gt(100), "large").when(ORDERS.totalCents.gt(10), "medium");

    @Test
    void goesThroughItsBranches() {
        assertSelects(
                size.otherwise("small"),
                "CASE WHEN orders.total_cents > $1 THEN $2 WHEN orders.total_cents > $3 THEN $4 ELSE $5 END",
                100,
                "large",
                10,
                "medium",
                "small");
        assertSelects(
                size,
                "CASE WHEN orders.total_cents > $1 THEN $2 WHEN orders.total_cents > $3 THEN $4 END",
                100,
                "large",
                10,
                "medium");
    }

    @Test
    void givesExpressionsToo() {
        assertSelects(
                caseWhen(ORDERS.note.isNull(), ORDERS.status)
                        .when(ORDERS.note.eq(""), nullValue(TEXT).as("n"))
                        .otherwise(ORDERS.note),
                "CASE WHEN orders.note IS NULL THEN orders.status WHEN orders.note = $1 THEN $2 ELSE orders.note END",
                "",
                null);
    }

    @Test
    void comparesOneExpressionWithValues() {
        assertSelects(
                caseOf(ORDERS.status).when("paid", 1).when("sent", 2).otherwise(0),
                "CASE orders.status WHEN $1 THEN $2 WHEN $3 THEN $4 ELSE $5 END",
                "paid",
                1,
                "sent",
                2,
                0);
        assertSelects(
                caseOf(ORDERS.status).when("paid", ORDERS.totalCents),
                "CASE orders.status WHEN $1 THEN orders.total_cents END",
                "paid");
    }

    @Test
    void isOneExpressionWhereverItStands() {
        assertPostgresql(
                select(size.otherwise("small").concat("!"), Aggregates.count())
                        .from(ORDERS)
                        .where(caseOf(ORDERS.status)
                                .when("paid", 1)
                                .otherwise(0)
                                .gt(0)),
                "SELECT CASE WHEN orders.total_cents > $1 THEN $2 WHEN orders.total_cents > $3 THEN $4 ELSE $5 END || $6, count(*)"
                        + " FROM orders WHERE CASE orders.status WHEN $7 THEN $8 ELSE $9 END > $10",
                100,
                "large",
                10,
                "medium",
                "small",
                "!",
                "paid",
                1,
                0,
                0);
    }

    @Test
    void sendsAValueOnceThatStandsInTwoClauses() {
        var sized = size.otherwise("small");
        assertPostgresql(
                select(sized, Aggregates.count()).from(ORDERS).groupBy(sized),
                "SELECT CASE WHEN orders.total_cents > $1 THEN $2 WHEN orders.total_cents > $3 THEN $4 ELSE $5 END, count(*)"
                        + " FROM orders GROUP BY CASE WHEN orders.total_cents > $1 THEN $2 WHEN orders.total_cents > $3 THEN $4 ELSE $5 END",
                100,
                "large",
                10,
                "medium",
                "small");
    }

    @Test
    void refusesNull() {
        assertRefused(
                () -> size.when(ORDERS.note.isNull(), SqlAssertion.<String>absent()),
                "a branch of CASE is null; leave out otherwise(…), or pass nullValue(type)");
        assertRefused(
                () -> caseOf(ORDERS.note).when(absent(), "x"),
                "orders.note.when(null) is never true in SQL; use orders.note.isNull()");
    }

    private static void assertSelects(Expression<?> expression, String text, @Nullable Object... parameters) {
        assertPostgresql(select(expression).from(ORDERS), "SELECT " + text + " FROM orders", parameters);
    }
}
