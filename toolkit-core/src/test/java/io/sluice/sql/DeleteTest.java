package io.sluice.sql;

import static io.sluice.sql.Shop.CUSTOMERS;
import static io.sluice.sql.Shop.LINE_ITEMS;
import static io.sluice.sql.Shop.ORDERS;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeleteTest {

    @Test
    void takesConditions() {
        assertPostgresql(
                deleteFrom(ORDERS).where(ORDERS.id.in(List.of(1L, 2L))).where(ORDERS.note.isNull()),
                "DELETE FROM orders WHERE orders.id = ANY ($1) AND orders.note IS NULL",
                List.of(1L, 2L));
    }

    @Test
    void usesOtherTables() {
        var l = LINE_ITEMS.as("l");
        assertPostgresql(
                deleteFrom(LINE_ITEMS)
                        .using(ORDERS)
                        .join(CUSTOMERS)
                        .where(LINE_ITEMS.orderId.eq(ORDERS.id), CUSTOMERS.active.isFalse()),
                "DELETE FROM line_items USING orders JOIN customers ON orders.customer_id = customers.id"
                        + " WHERE line_items.order_id = orders.id AND customers.active IS FALSE");
        assertPostgresql(
                deleteFrom(l).where(l.column(LINE_ITEMS.quantity).lt(1)),
                "DELETE FROM line_items AS l WHERE l.quantity < $1",
                1);
    }

    @Test
    void knowsWhetherEveryRowIsMeant() {
        assertThat(deleteFrom(ORDERS).tree().isUnrestricted()).isFalse();
        assertThat(deleteFrom(ORDERS).everyRow().tree().isUnrestricted()).isTrue();
        assertPostgresql(deleteFrom(ORDERS).everyRow(), "DELETE FROM orders");
    }
}
