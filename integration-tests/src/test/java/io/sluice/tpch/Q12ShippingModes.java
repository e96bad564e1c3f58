package io.sluice.tpch;

import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.caseWhen;
import static io.sluice.sql.Sql.select;
import static io.sluice.tpch.Dates.ONE_YEAR;
import static io.sluice.tpch.Dates.during;
import static io.sluice.tpch.Lineitem.LINEITEM;
import static io.sluice.tpch.Orders.ORDERS;

import io.sluice.sql.Condition;
import io.sluice.sql.Select;
import java.time.LocalDate;
import java.util.List;

/** Whether cheap ways to ship delay urgent orders. */
final class Q12ShippingModes {

    private Q12ShippingModes() {}

    record Delays(String shipMode, long urgent, long others) {}

    static Select<Delays> inYearFrom(LocalDate first, List<String> shipModes) {
        Condition isUrgent = ORDERS.priority.in(List.of("1-URGENT", "2-HIGH"));
        return select(
                        LINEITEM.shipMode,
                        sum(caseWhen(isUrgent, 1).otherwise(0)),
                        sum(caseWhen(isUrgent, 0).otherwise(1)))
                .as(Delays::new)
                .from(ORDERS)
                .join(LINEITEM)
                .where(
                        LINEITEM.shipMode.in(shipModes),
                        LINEITEM.commitDate.lt(LINEITEM.receiptDate),
                        LINEITEM.shipDate.lt(LINEITEM.commitDate),
                        during(LINEITEM.receiptDate, first, ONE_YEAR))
                .groupBy(LINEITEM.shipMode)
                .orderBy(LINEITEM.shipMode);
    }
}
