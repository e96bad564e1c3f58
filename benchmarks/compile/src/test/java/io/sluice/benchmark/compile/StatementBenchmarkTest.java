package io.sluice.benchmark.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StatementBenchmarkTest {

    private final JooqRendering jooq = new JooqRendering();
    private final SluiceCompilation sluice = new SluiceCompilation();
    private final SluiceCache cache = new SluiceCache();

    @Test
    void selectsAnOrderByItsKey() {
        assertThat(jooq.compile(jooq.orderByKey(42)))
                .isEqualTo("select orders.id, orders.customer_id, orders.status, orders.total_cents, orders.note, "
                        + "orders.created_at from orders where orders.id = ?");
        assertThat(sluice.compile(sluice.orderByKey(42)).sql())
                .isEqualTo("SELECT orders.id, orders.customer_id, orders.status, orders.total_cents, orders.note, "
                        + "orders.created_at FROM orders WHERE orders.id = $1");
    }

    @Test
    void joinsFourTablesAndAggregates() {
        assertThat(jooq.compile(jooq.revenue(Instant.EPOCH, "paid", 10_000)))
                .isEqualTo("select customers.name, products.category, count(distinct orders.id) as orders, "
                        + "sum(line_items.cents) as cents from customers "
                        + "join orders on orders.customer_id = customers.id "
                        + "join line_items on line_items.order_id = orders.id "
                        + "join products on products.id = line_items.product_id "
                        + "where (orders.created_at >= cast(? as timestamp with time zone) and orders.status = ?) "
                        + "group by customers.id, customers.name, products.category "
                        + "having sum(line_items.cents) > ? "
                        + "order by sum(line_items.cents) desc, customers.name asc");
        assertThat(sluice.compile(sluice.revenue(Instant.EPOCH, "paid", 10_000)).sql())
                .isEqualTo("SELECT customers.name, products.category, count(DISTINCT orders.id) AS orders, "
                        + "sum(line_items.cents) AS cents FROM customers "
                        + "JOIN orders ON orders.customer_id = customers.id "
                        + "JOIN line_items ON line_items.order_id = orders.id "
                        + "JOIN products ON line_items.product_id = products.id "
                        + "WHERE orders.created_at >= $1 AND orders.status = $2 "
                        + "GROUP BY customers.id, customers.name, products.category "
                        + "HAVING sum(line_items.cents) > $3 "
                        + "ORDER BY sum(line_items.cents) DESC, customers.name");
    }

    @Test
    void findsInTheCacheWhatIsCompiledWithoutIt() {
        var first = cache.compile(cache.orderByKey(1));
        var second = cache.compile(cache.orderByKey(2));

        assertThat(second.entry()).isSameAs(first.entry()).isEqualTo(sluice.compile(sluice.orderByKey(3)));
        assertThat(second.values()).containsExactly(2L);
    }
}
