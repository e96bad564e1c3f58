package io.sluice.sql;

import static io.sluice.sql.Shop.ORDERS;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.SqlAssertion.absent;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static io.sluice.sql.SqlAssertion.assertRefused;

import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PagingTest {
    private final Select<Long> orders = select(ORDERS.id).from(ORDERS);
    private final Instant then = Instant.parse("2024-05-01T12:00:00Z");

    @Test
    void cutsByCounting() {
        assertPostgresql(orders.limit(5), "SELECT orders.id FROM orders LIMIT $1", 5L);
        assertPostgresql(orders.offset(5), "SELECT orders.id FROM orders OFFSET $1", 5L);
        assertPostgresql(orders.offset(5).limit(2), "SELECT orders.id FROM orders LIMIT $1 OFFSET $2", 2L, 5L);
        assertPostgresql(orders.limit(5).limit(2), "SELECT orders.id FROM orders LIMIT $1", 2L);
    }

    @Test
    void keepsRowsThatTieWithTheLast() {
        assertPostgresql(
                orders.orderBy(ORDERS.totalCents.desc()).limitWithTies(3).offset(1),
                "SELECT orders.id FROM orders ORDER BY orders.total_cents DESC OFFSET $1 ROWS FETCH FIRST $2 ROWS WITH TIES",
                1L,
                3L);
    }

    @Test
    void refusesNegativeNumbers() {
        assertRefused(() -> orders.limit(-1), "limit(-1): a number of rows cannot be negative");
        assertRefused(() -> orders.offset(-1), "offset(-1): a number of rows cannot be negative");
        assertRefused(() -> orders.limitWithTies(-1), "limitWithTies(-1): a number of rows cannot be negative");
    }

    @Nested
    class AfterTheLastRowSeen {

        @Test
        void comparesOneColumn() {
            assertPostgresql(
                    orders.orderBy(ORDERS.id).startAfter(7L).limit(2),
                    "SELECT orders.id FROM orders WHERE orders.id > $1 ORDER BY orders.id LIMIT $2",
                    7L,
                    2L);
            assertPostgresql(
                    orders.orderBy(ORDERS.id.desc()).startAfter(7L),
                    "SELECT orders.id FROM orders WHERE orders.id < $1 ORDER BY orders.id DESC",
                    7L);
        }

        @Test
        void comparesColumnsOfOneDirectionTogether() {
            assertPostgresql(
                    orders.where(ORDERS.status.eq("paid"))
                            .orderBy(ORDERS.createdAt.desc(), ORDERS.id.desc())
                            .startAfter(then, 7L),
                    "SELECT orders.id FROM orders WHERE orders.status = $1 AND (orders.created_at, orders.id) < ($2, $3)"
                            + " ORDER BY orders.created_at DESC, orders.id DESC",
                    "paid",
                    then,
                    7L);
        }

        @Test
        void comparesColumnsOfOtherDirectionsStepByStep() {
            assertPostgresql(
                    orders.where(ORDERS.status.eq("paid"))
                            .orderBy(ORDERS.createdAt.desc(), ORDERS.id)
                            .startAfter(then, 7L),
                    "SELECT orders.id FROM orders WHERE orders.status = $1"
                            + " AND (orders.created_at < $2 OR orders.created_at = $2 AND orders.id > $3)"
                            + " ORDER BY orders.created_at DESC, orders.id",
                    "paid",
                    then,
                    7L);
        }

        @Test
        void refusesValuesThatDoNotFit() {
            var sorted = orders.orderBy(ORDERS.createdAt, ORDERS.id);
            assertRefused(
                    () -> orders.startAfter(7L),
                    "startAfter(…) needs an order to know what comes after; call orderBy(…) first");
            assertRefused(
                    () -> sorted.startAfter(then), "startAfter(…) takes one value for each term of ORDER BY: 2, not 1");
            assertRefused(
                    () -> sorted.startAfter(then, 7),
                    "startAfter(…): value 2 should be Long, as the ORDER BY term is, not java.lang.Integer");
            assertRefused(
                    () -> sorted.startAfter(then, absent()),
                    "startAfter(…): value 2 is null, and nothing comes after NULL; order by columns that are never NULL");
            assertRefused(
                    () -> orders.orderBy(ORDERS.id.as("n")).startAfter(7L),
                    "startAfter(…) cannot compare with the label n; order by the expression itself");
        }
    }
}
