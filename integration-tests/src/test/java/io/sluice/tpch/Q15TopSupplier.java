package io.sluice.tpch;

import static io.sluice.sql.Aggregates.max;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.with;
import static io.sluice.tpch.Dates.THREE_MONTHS;
import static io.sluice.tpch.Dates.during;
import static io.sluice.tpch.Lineitem.LINEITEM;
import static io.sluice.tpch.Supplier.SUPPLIER;

import io.sluice.sql.Cte;
import io.sluice.sql.Select;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Who sold most in a quarter; several, if they sold as much. */
final class Q15TopSupplier {

    private Q15TopSupplier() {}

    record Top(long supplier, String name, String address, String phone, BigDecimal revenue) {}

    static Select<Top> ofQuarterFrom(LocalDate first) {
        var sold = sum(LINEITEM.revenue()).as("total_revenue");
        Cte revenues = select(LINEITEM.supplierKey, sold)
                .from(LINEITEM)
                .where(during(LINEITEM.shipDate, first, THREE_MONTHS))
                .groupBy(LINEITEM.supplierKey)
                .asCte("revenue");

        var revenue = revenues.column(sold);
        return with(revenues)
                .select(SUPPLIER.key, SUPPLIER.name, SUPPLIER.address, SUPPLIER.phone, revenue)
                .as(Top::new)
                .from(SUPPLIER)
                .join(revenues)
                .on(SUPPLIER.key.eq(revenues.column(LINEITEM.supplierKey)))
                .where(revenue.eq(select(max(revenue)).from(revenues)))
                .orderBy(SUPPLIER.key);
    }
}
