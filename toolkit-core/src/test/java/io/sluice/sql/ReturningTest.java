package io.sluice.sql;

import static io.sluice.sql.Shop.CUSTOMERS;
import static io.sluice.sql.Shop.ORDERS;
import static io.sluice.sql.Shop.STAFF;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReturningTest {
    record Named(Long id, String name) {}

    private final Insert insert = insertInto(STAFF).values(STAFF.name.to("Ada"));

    @Test
    void givesOneValue() {
        Returning<Long> ids = insert.returning(STAFF.id);
        assertPostgresql(ids, "INSERT INTO staff (name) VALUES ($1) RETURNING staff.id", "Ada");
        assertThat(ids.reader().read(new Object[] {7L})).isEqualTo(7L);
    }

    @Test
    void givesWholeRowsAndExpressions() {
        assertPostgresql(
                insert.returning(STAFF),
                "INSERT INTO staff (name) VALUES ($1) RETURNING staff.id, staff.name, staff.boss_id",
                "Ada");
        assertPostgresql(
                update(ORDERS)
                        .set(ORDERS.note.to(CUSTOMERS.name))
                        .from(CUSTOMERS)
                        .where(CUSTOMERS.id.eq(ORDERS.customerId))
                        .returning(ORDERS.id, CUSTOMERS.name.as("who")),
                "UPDATE orders SET note = customers.name FROM customers WHERE customers.id = orders.customer_id"
                        + " RETURNING orders.id, customers.name AS who");
        assertPostgresql(
                deleteFrom(ORDERS).where(ORDERS.id.eq(1L)).returning(ORDERS.totalCents.plus(1), ORDERS.id, ORDERS.note),
                "DELETE FROM orders WHERE orders.id = $1 RETURNING orders.total_cents + $2, orders.id, orders.note",
                1L,
                1);
    }

    @Test
    void givesRecords() {
        Returning<Named> named = insert.returning(STAFF.id, STAFF.name).as(Named.class);
        assertThat(named.reader().read(new Object[] {7L, "Ada"})).isEqualTo(new Named(7L, "Ada"));
    }
}
