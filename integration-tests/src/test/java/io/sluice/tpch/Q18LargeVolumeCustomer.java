package io.sluice.tpch;

import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.select;
import static io.sluice.tpch.Customer.CUSTOMER;
import static io.sluice.tpch.Lineitem.LINEITEM;
import static io.sluice.tpch.Orders.ORDERS;

import io.sluice.sql.Select;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The customers who ordered very much at once. */
final class Q18LargeVolumeCustomer {

    private Q18LargeVolumeCustomer() {}

    record LargeOrder(
            String customer, long customerKey, long order, LocalDate date, BigDecimal price, BigDecimal quantity) {}

    static Select<LargeOrder> above(BigDecimal quantity) {
        Select<Long> largeOrders = select(LINEITEM.orderKey)
                .from(LINEITEM)
                .groupBy(LINEITEM.orderKey)
                .having(sum(LINEITEM.quantity).gt(quantity));
        return select(CUSTOMER.name, CUSTOMER.key, ORDERS.key, ORDERS.date, ORDERS.totalPrice, sum(LINEITEM.quantity))
                .as(LargeOrder::new)
                .from(CUSTOMER)
                .join(ORDERS)
                .join(LINEITEM)
                .where(ORDERS.key.in(largeOrders))
                .groupBy(CUSTOMER.name, CUSTOMER.key, ORDERS.key, ORDERS.date, ORDERS.totalPrice)
                .orderBy(ORDERS.totalPrice.desc(), ORDERS.date)
                .limit(100);
    }
}
