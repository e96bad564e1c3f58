package io.sluice.sql;

import static io.sluice.sql.Shop.CUSTOMERS;
import static io.sluice.sql.Shop.ORDERS;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static io.sluice.sql.SqlAssertion.assertRefused;

import org.junit.jupiter.api.Test;

class LockTest {
    private final Select<Long> orders = select(ORDERS.id).from(ORDERS);

    @Test
    void comesInFourStrengths() {
        assertPostgresql(orders.forUpdate(), "SELECT orders.id FROM orders FOR UPDATE");
        assertPostgresql(orders.forNoKeyUpdate(), "SELECT orders.id FROM orders FOR NO KEY UPDATE");
        assertPostgresql(orders.forShare(), "SELECT orders.id FROM orders FOR SHARE");
        assertPostgresql(orders.forKeyShare(), "SELECT orders.id FROM orders FOR KEY SHARE");
    }

    @Test
    void needNotWait() {
        assertPostgresql(
                orders.orderBy(ORDERS.id).limit(1).forUpdate().skipLocked(),
                "SELECT orders.id FROM orders ORDER BY orders.id LIMIT $1 FOR UPDATE SKIP LOCKED",
                1L);
        assertPostgresql(orders.forShare().noWait(), "SELECT orders.id FROM orders FOR SHARE NOWAIT");
    }

    @Test
    void locksSomeOfTheSources() {
        var c = CUSTOMERS.as("c");
        assertPostgresql(
                select(ORDERS.id)
                        .from(ORDERS)
                        .join(c)
                        .forUpdate()
                        .of(ORDERS)
                        .noWait()
                        .forShare()
                        .of(c),
                "SELECT orders.id FROM orders JOIN customers AS c ON orders.customer_id = c.id"
                        + " FOR UPDATE OF orders NOWAIT FOR SHARE OF c");
    }

    @Test
    void comesBeforeWhatIsSaidOfIt() {
        assertRefused(
                () -> orders.skipLocked(),
                "skipLocked(…) belongs after forUpdate() or another lock; there is none here");
        assertRefused(() -> orders.noWait(), "noWait(…) belongs after forUpdate() or another lock; there is none here");
        assertRefused(() -> orders.of(ORDERS), "of(…) belongs after forUpdate() or another lock; there is none here");
    }
}
