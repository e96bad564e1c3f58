package io.sluice.tpch;

import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Functions.extract;
import static io.sluice.sql.Sql.caseWhen;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.with;
import static io.sluice.sql.tree.DateField.YEAR;
import static io.sluice.tpch.Customer.CUSTOMER;
import static io.sluice.tpch.Lineitem.LINEITEM;
import static io.sluice.tpch.Nation.NATION;
import static io.sluice.tpch.Orders.ORDERS;
import static io.sluice.tpch.Part.PART;
import static io.sluice.tpch.Region.REGION;
import static io.sluice.tpch.Supplier.SUPPLIER;
import static java.math.BigDecimal.ZERO;

import io.sluice.sql.Cte;
import io.sluice.sql.Select;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The part that a nation's suppliers have of what a region buys of one type. */
final class Q08NationalMarketShare {
    private static final LocalDate FIRST_DAY = LocalDate.of(1995, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(1996, 12, 31);

    private Q08NationalMarketShare() {}

    record Share(int year, BigDecimal share) {}

    static Select<Share> of(String nation, String region, String type) {
        Nation supplierNation = NATION.as("supplier_nation");
        var seller = supplierNation.name.as("seller");
        var soldIn = extract(YEAR, ORDERS.date).as("o_year");
        var sold = LINEITEM.revenue().as("volume");
        Cte sales = select(soldIn, sold, seller)
                .from(REGION)
                .join(NATION)
                .join(CUSTOMER)
                .join(ORDERS)
                .join(LINEITEM)
                .join(PART)
                .join(SUPPLIER)
                .on(SUPPLIER.key.eq(LINEITEM.supplierKey))
                .join(supplierNation)
                .on(supplierNation.key.eq(SUPPLIER.nationKey))
                .where(REGION.name.eq(region), PART.type.eq(type), ORDERS.date.between(FIRST_DAY, LAST_DAY))
                .asCte("all_nations");

        var year = sales.column(soldIn);
        var volume = sales.column(sold);
        var nationsVolume = caseWhen(sales.column(seller).eq(nation), volume).otherwise(ZERO);
        return with(sales)
                .select(year, sum(nationsVolume).dividedBy(sum(volume)))
                .as(Share::new)
                .from(sales)
                .groupBy(year)
                .orderBy(year);
    }
}
