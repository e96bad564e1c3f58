package io.sluice.sql;

import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Shop.ORDERS;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static io.sluice.sql.SqlAssertion.assertRefused;
import static io.sluice.sql.WindowFunctions.cumeDist;
import static io.sluice.sql.WindowFunctions.currentRow;
import static io.sluice.sql.WindowFunctions.denseRank;
import static io.sluice.sql.WindowFunctions.firstValue;
import static io.sluice.sql.WindowFunctions.following;
import static io.sluice.sql.WindowFunctions.lag;
import static io.sluice.sql.WindowFunctions.lastValue;
import static io.sluice.sql.WindowFunctions.lead;
import static io.sluice.sql.WindowFunctions.nthValue;
import static io.sluice.sql.WindowFunctions.ntile;
import static io.sluice.sql.WindowFunctions.partitionBy;
import static io.sluice.sql.WindowFunctions.percentRank;
import static io.sluice.sql.WindowFunctions.preceding;
import static io.sluice.sql.WindowFunctions.rank;
import static io.sluice.sql.WindowFunctions.rowNumber;
import static io.sluice.sql.WindowFunctions.unboundedFollowing;
import static io.sluice.sql.WindowFunctions.unboundedPreceding;
import static io.sluice.sql.WindowFunctions.window;

import org.junit.jupiter.api.Test;

class WindowTest {
    private final Window byStatus = partitionBy(ORDERS.status).orderBy(ORDERS.createdAt.desc());
    private final String over = " OVER (PARTITION BY orders.status ORDER BY orders.created_at DESC)";

    @Test
    void numbersAndRanksRows() {
        assertSelects(rowNumber().over(byStatus), "row_number()" + over);
        assertSelects(rank().over(byStatus), "rank()" + over);
        assertSelects(denseRank().over(byStatus), "dense_rank()" + over);
        assertSelects(percentRank().over(byStatus), "percent_rank()" + over);
        assertSelects(cumeDist().over(byStatus), "cume_dist()" + over);
        assertSelects(ntile(4).over(byStatus), "ntile(4)" + over);
    }

    @Test
    void looksAtOtherRows() {
        assertSelects(lag(ORDERS.totalCents).over(byStatus), "lag(orders.total_cents, 1)" + over);
        assertSelects(lag(ORDERS.totalCents, 2, 0).over(byStatus), "lag(orders.total_cents, 2, $1)" + over, 0);
        assertSelects(lead(ORDERS.totalCents).over(byStatus), "lead(orders.total_cents, 1)" + over);
        assertSelects(lead(ORDERS.totalCents, 2, 0).over(byStatus), "lead(orders.total_cents, 2, $1)" + over, 0);
        assertSelects(firstValue(ORDERS.id).over(byStatus), "first_value(orders.id)" + over);
        assertSelects(lastValue(ORDERS.id).over(byStatus), "last_value(orders.id)" + over);
        assertSelects(nthValue(ORDERS.id, 2).over(byStatus), "nth_value(orders.id, 2)" + over);
    }

    @Test
    void runsAggregates() {
        assertSelects(count().over(window()), "count(*) OVER ()");
        assertSelects(
                sum(ORDERS.totalCents).filter(ORDERS.note.isNull()).over(byStatus),
                "sum(orders.total_cents) FILTER (WHERE orders.note IS NULL)" + over);
    }

    @Test
    void takesAFrame() {
        var running = window().orderBy(ORDERS.id);
        assertSelects(
                sum(ORDERS.totalCents).over(running.rowsBetween(unboundedPreceding(), currentRow())),
                "sum(orders.total_cents) OVER (ORDER BY orders.id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)");
        assertSelects(
                sum(ORDERS.totalCents)
                        .over(running.rangeBetween(preceding(3), following(1)).excludeCurrentRow()),
                "sum(orders.total_cents) OVER (ORDER BY orders.id RANGE BETWEEN 3 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW)");
        assertSelects(
                sum(ORDERS.totalCents)
                        .over(running.groupsBetween(currentRow(), unboundedFollowing())
                                .excludeTies()),
                "sum(orders.total_cents) OVER (ORDER BY orders.id GROUPS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING EXCLUDE TIES)");
        assertSelects(
                sum(ORDERS.totalCents)
                        .over(running.rowsBetween(preceding(1), currentRow()).excludeGroup()),
                "sum(orders.total_cents) OVER (ORDER BY orders.id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE GROUP)");
    }

    @Test
    void isSharedUnderAName() {
        assertPostgresql(
                select(rowNumber().over("w").as("n"), sum(ORDERS.totalCents).over("w"))
                        .from(ORDERS)
                        .window("w", byStatus)
                        .window("all", window())
                        .orderBy(ORDERS.id),
                "SELECT row_number() OVER w AS n, sum(orders.total_cents) OVER w FROM orders"
                        + " WINDOW w AS (PARTITION BY orders.status ORDER BY orders.created_at DESC), \"all\" AS () ORDER BY orders.id");
    }

    @Test
    void refusesAFrameThatRunsBackwards() {
        assertRefused(
                () -> byStatus.rowsBetween(currentRow(), unboundedPreceding()),
                "a window frame cannot run from CURRENT ROW to UNBOUNDED PRECEDING; the first bound must come before the second");
        assertRefused(() -> preceding(-1), "a window frame cannot begin or end -1 rows away; use following(1)");
        assertRefused(() -> following(-1), "a window frame cannot begin or end -1 rows away; use preceding(1)");
        assertRefused(
                byStatus::excludeTies,
                "an exclusion belongs to a frame; say rowsBetween(…), rangeBetween(…) or groupsBetween(…) first");
    }

    private static void assertSelects(Expression<?> expression, String text, Object... parameters) {
        assertPostgresql(select(expression).from(ORDERS), "SELECT " + text + " FROM orders", parameters);
    }
}
