package io.sluice.benchmark.compile;

import static io.sluice.benchmark.compile.Shop.CUSTOMERS;
import static io.sluice.benchmark.compile.Shop.LINE_ITEMS;
import static io.sluice.benchmark.compile.Shop.ORDERS;
import static io.sluice.benchmark.compile.Shop.PRODUCTS;
import static io.sluice.sql.Aggregates.countDistinct;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.select;

import io.sluice.sql.Select;
import java.math.BigDecimal;
import java.time.Instant;

/** The statements as a program on Sluice writes them, with each ON found from the foreign key. */
final class SluiceStatements {

    private SluiceStatements() {}

    static Select<?> orderByKey(long id) {
        return select(ORDERS.id, ORDERS.customerId, ORDERS.status, ORDERS.totalCents, ORDERS.note, ORDERS.createdAt)
                .from(ORDERS)
                .where(ORDERS.id.eq(id));
    }

    static Select<?> revenueByCustomerAndCategory(Instant since, String status, long atLeastCents) {
        return select(
                        CUSTOMERS.name,
                        PRODUCTS.category,
                        countDistinct(ORDERS.id).as("orders"),
                        sum(LINE_ITEMS.cents).as("cents"))
                .from(CUSTOMERS)
                .join(ORDERS)
                .join(LINE_ITEMS)
                .join(PRODUCTS)
                .where(ORDERS.createdAt.ge(since), ORDERS.status.eq(status))
                .groupBy(CUSTOMERS.id, CUSTOMERS.name, PRODUCTS.category)
                .having(sum(LINE_ITEMS.cents).gt(BigDecimal.valueOf(atLeastCents)))
                .orderBy(sum(LINE_ITEMS.cents).desc(), CUSTOMERS.name.asc());
    }
}
