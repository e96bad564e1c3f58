package io.sluice.tpch;

import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.select;
import static io.sluice.tpch.Customer.CUSTOMER;
import static io.sluice.tpch.Lineitem.LINEITEM;
import static io.sluice.tpch.Orders.ORDERS;

import io.sluice.sql.Select;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The unshipped orders of a market segment that bring in most. */
final class Q03ShippingPriority {

    private Q03ShippingPriority() {}

    record Unshipped(long order, BigDecimal revenue, LocalDate date, int priority) {}

    static Select<Unshipped> on(LocalDate day, String segment) {
        var revenue = sum(LINEITEM.revenue()).as("revenue");
        return select(LINEITEM.orderKey, revenue, ORDERS.date, ORDERS.shipPriority)
                .as(Unshipped::new)
                .from(CUSTOMER)
                .join(ORDERS)
                .join(LINEITEM)
                .where(CUSTOMER.segment.eq(segment), ORDERS.date.lt(day), LINEITEM.shipDate.gt(day))
                .groupBy(LINEITEM.orderKey, ORDERS.date, ORDERS.shipPriority)
                .orderBy(revenue.desc(), ORDERS.date)
                .limit(10);
    }
}
