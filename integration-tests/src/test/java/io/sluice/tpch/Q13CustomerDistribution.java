package io.sluice.tpch;

import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.with;
import static io.sluice.tpch.Customer.CUSTOMER;
import static io.sluice.tpch.Orders.ORDERS;

import io.sluice.sql.Cte;
import io.sluice.sql.Select;

/** How many customers have how many orders, those with none included. */
final class Q13CustomerDistribution {

    private Q13CustomerDistribution() {}

    record Distribution(long orders, long customers) {}

    static Select<Distribution> without(String word, String laterWord) {
        var ordered = count(ORDERS.key).as("c_count");
        Cte perCustomer = select(CUSTOMER.key, ordered)
                .from(CUSTOMER)
                .leftJoin(ORDERS)
                .on(ORDERS.customerKey.eq(CUSTOMER.key), ORDERS.comment.notLike("%" + word + "%" + laterWord + "%"))
                .groupBy(CUSTOMER.key)
                .asCte("c_orders");

        var orders = perCustomer.column(ordered);
        var customers = count().as("custdist");
        return with(perCustomer)
                .select(orders, customers)
                .as(Distribution::new)
                .from(perCustomer)
                .groupBy(orders)
                .orderBy(customers.desc(), orders.desc());
    }
}
