package io.sluice.sql;

import static io.sluice.sql.Shop.CUSTOMERS;
import static io.sluice.sql.Shop.LINE_ITEMS;
import static io.sluice.sql.Shop.ORDERS;
import static io.sluice.sql.Sql.and;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static io.sluice.sql.SqlAssertion.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UpdateTest {

    @Test
    void setsValuesAndExpressions() {
        assertPostgresql(
                update(ORDERS)
                        .set(ORDERS.status.to("paid"), ORDERS.totalCents.to(ORDERS.totalCents.plus(5)))
                        .set(ORDERS.note.toNull(), ORDERS.billedTo.toDefault())
                        .where(ORDERS.id.eq(7L), ORDERS.status.ne("paid")),
                "UPDATE orders SET status = $1, total_cents = orders.total_cents + $2, note = $3, billed_to = DEFAULT"
                        + " WHERE orders.id = $4 AND orders.status <> $5",
                "paid",
                5,
                null,
                7L,
                "paid");
    }

    @Test
    void takesValuesOfQueries() {
        assertPostgresql(
                update(ORDERS)
                        .set(ORDERS.totalCents.to(select(Aggregates.max(LINE_ITEMS.quantity))
                                .from(LINE_ITEMS)
                                .where(LINE_ITEMS.orderId.eq(ORDERS.id))))
                        .everyRow(),
                "UPDATE orders SET total_cents = (SELECT max(line_items.quantity) FROM line_items WHERE line_items.order_id = orders.id)");
    }

    @Test
    void usesOtherTables() {
        assertPostgresql(
                update(ORDERS)
                        .set(ORDERS.note.to(CUSTOMERS.name))
                        .from(CUSTOMERS)
                        .join(LINE_ITEMS)
                        .on(LINE_ITEMS.quantity.gt(3))
                        .where(CUSTOMERS.id.eq(ORDERS.customerId), LINE_ITEMS.orderId.eq(ORDERS.id)),
                "UPDATE orders SET note = customers.name FROM customers JOIN line_items ON line_items.quantity > $1"
                        + " WHERE customers.id = orders.customer_id AND line_items.order_id = orders.id",
                3);
    }

    @Test
    void mayHaveAnAlias() {
        var o = ORDERS.as("o");
        assertPostgresql(
                update(o).set(o.status.to("x")).where(o.id.eq(1L)),
                "UPDATE orders AS o SET status = $1 WHERE o.id = $2",
                "x",
                1L);
    }

    /** The engine refuses the first; the tree tells them apart. */
    @Test
    void knowsWhetherEveryRowIsMeant() {
        var all = update(ORDERS).set(ORDERS.note.toNull());
        assertThat(all.tree().isUnrestricted()).isFalse();
        assertThat(all.where(and()).tree().where()).isEmpty();
        assertThat(all.everyRow().tree().isUnrestricted()).isTrue();
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertRefused(() -> update(ORDERS).tree(), "update(orders): there is nothing to set; say set(…)");
        assertRefused(() -> update(ORDERS).set(), "set(): there is nothing to set; name at least one column");
        assertRefused(() -> update(ORDERS).set(ORDERS.note.to("a")).set(ORDERS.note.to("b")), "set(…) sets note twice");
        assertRefused(
                () -> update(ORDERS.as("o")).set(ORDERS.note.to("a")),
                "set(…) names orders.note, but the statement is about o; take the column from o");
    }
}
