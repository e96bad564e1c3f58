package io.sluice.tpch;

import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.select;
import static io.sluice.tpch.Customer.CUSTOMER;
import static io.sluice.tpch.Dates.ONE_YEAR;
import static io.sluice.tpch.Dates.during;
import static io.sluice.tpch.Lineitem.LINEITEM;
import static io.sluice.tpch.Nation.NATION;
import static io.sluice.tpch.Orders.ORDERS;
import static io.sluice.tpch.Region.REGION;
import static io.sluice.tpch.Supplier.SUPPLIER;

import io.sluice.sql.Select;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What suppliers sold in a year to customers of their own nation. */
final class Q05LocalSupplierVolume {

    private Q05LocalSupplierVolume() {}

    record Volume(String nation, BigDecimal revenue) {}

    static Select<Volume> inYearFrom(LocalDate first, String region) {
        var revenue = sum(LINEITEM.revenue()).as("revenue");
        return select(NATION.name, revenue)
                .as(Volume::new)
                .from(REGION)
                .join(NATION)
                .join(SUPPLIER)
                .join(LINEITEM)
                .join(ORDERS)
                .join(CUSTOMER)
                .on(CUSTOMER.key.eq(ORDERS.customerKey), CUSTOMER.nationKey.eq(NATION.key))
                .where(REGION.name.eq(region), during(ORDERS.date, first, ONE_YEAR))
                .groupBy(NATION.name)
                .orderBy(revenue.desc());
    }
}
