package io.sluice.tpch;

import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Sql.exists;
import static io.sluice.sql.Sql.select;
import static io.sluice.tpch.Dates.THREE_MONTHS;
import static io.sluice.tpch.Dates.during;
import static io.sluice.tpch.Lineitem.LINEITEM;
import static io.sluice.tpch.Orders.ORDERS;

import io.sluice.sql.Select;
import java.time.LocalDate;

/** How many orders of a quarter, by priority, were received late in part. */
final class Q04OrderPriorityChecking {

    private Q04OrderPriorityChecking() {}

    record Late(String priority, long orders) {}

    static Select<Late> inQuarterFrom(LocalDate first) {
        Select<Long> lateLines = select(LINEITEM.orderKey)
                .from(LINEITEM)
                .where(LINEITEM.orderKey.eq(ORDERS.key), LINEITEM.commitDate.lt(LINEITEM.receiptDate));
        return select(ORDERS.priority, count())
                .as(Late::new)
                .from(ORDERS)
                .where(during(ORDERS.date, first, THREE_MONTHS), exists(lateLines))
                .groupBy(ORDERS.priority)
                .orderBy(ORDERS.priority);
    }
}
