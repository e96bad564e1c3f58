package io.sluice.benchmark.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class JooqStatementsTest {

    @Test
    void selectsAnOrderByItsKey() {
        assertThat(JooqRendering.JOOQ.render(JooqStatements.orderByKey(42)))
                .isEqualTo("select orders.id, orders.customer_id, orders.status, orders.total_cents, orders.note, "
                        + "orders.created_at from orders where orders.id = ?");
    }

    @Test
    void joinsFourTablesAndAggregates() {
        var revenue = JooqStatements.revenueByCustomerAndCategory(Instant.EPOCH, "paid", 10_000);

        assertThat(JooqRendering.JOOQ.render(revenue))
                .isEqualTo("select customers.name, products.category, count(distinct orders.id) as orders, "
                        + "sum(line_items.cents) as cents from customers "
                        + "join orders on orders.customer_id = customers.id "
                        + "join line_items on line_items.order_id = orders.id "
                        + "join products on products.id = line_items.product_id "
                        + "where (orders.created_at >= cast(? as timestamp with time zone) and orders.status = ?) "
                        + "group by customers.id, customers.name, products.category "
                        + "having sum(line_items.cents) > ? "
                        + "order by sum(line_items.cents) desc, customers.name asc");
    }
}
