package io.sluice.tpch;

import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.select;
import static io.sluice.tpch.Customer.CUSTOMER;
import static io.sluice.tpch.Dates.THREE_MONTHS;
import static io.sluice.tpch.Dates.during;
import static io.sluice.tpch.Lineitem.LINEITEM;
import static io.sluice.tpch.Nation.NATION;
import static io.sluice.tpch.Orders.ORDERS;

import io.sluice.sql.Select;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The customers who sent back most of what they ordered in a quarter. */
final class Q10ReturnedItems {

    private Q10ReturnedItems() {}

    record Loss(
            long customer,
            String name,
            BigDecimal revenue,
            BigDecimal balance,
            String nation,
            String address,
            String phone,
            String comment) {}

    static Select<Loss> ofQuarterFrom(LocalDate first) {
        var revenue = sum(LINEITEM.revenue()).as("revenue");
        return select(
                        CUSTOMER.key,
                        CUSTOMER.name,
                        revenue,
                        CUSTOMER.balance,
                        NATION.name,
                        CUSTOMER.address,
                        CUSTOMER.phone,
                        CUSTOMER.comment)
                .as(Loss::new)
                .from(CUSTOMER)
                .join(ORDERS)
                .join(LINEITEM)
                .join(NATION)
                .where(during(ORDERS.date, first, THREE_MONTHS), LINEITEM.returnFlag.eq("R"))
                .groupBy(
                        CUSTOMER.key,
                        CUSTOMER.name,
                        CUSTOMER.balance,
                        CUSTOMER.phone,
                        NATION.name,
                        CUSTOMER.address,
                        CUSTOMER.comment)
                .orderBy(revenue.desc())
                .limit(20);
    }
}
