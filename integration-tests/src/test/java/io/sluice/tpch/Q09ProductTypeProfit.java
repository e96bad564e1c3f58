package io.sluice.tpch;

import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Functions.extract;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.with;
import static io.sluice.sql.tree.DateField.YEAR;
import static io.sluice.tpch.Lineitem.LINEITEM;
import static io.sluice.tpch.Nation.NATION;
import static io.sluice.tpch.Orders.ORDERS;
import static io.sluice.tpch.Part.PART;
import static io.sluice.tpch.Partsupp.PARTSUPP;
import static io.sluice.tpch.Supplier.SUPPLIER;

import io.sluice.sql.Cte;
import io.sluice.sql.Select;
import java.math.BigDecimal;

/** What was earned with parts of a kind, by nation and year. */
final class Q09ProductTypeProfit {

    private Q09ProductTypeProfit() {}

    record Profit(String nation, int year, BigDecimal amount) {}

    static Select<Profit> of(String color) {
        var soldIn = extract(YEAR, ORDERS.date).as("o_year");
        var earned = LINEITEM.revenue()
                .minus(PARTSUPP.supplyCost.times(LINEITEM.quantity))
                .as("amount");
        Cte profits = select(NATION.name, soldIn, earned)
                .from(PARTSUPP)
                .join(PART)
                .join(SUPPLIER)
                .join(NATION)
                .join(LINEITEM)
                .on(LINEITEM.partKey.eq(PARTSUPP.partKey), LINEITEM.supplierKey.eq(PARTSUPP.supplierKey))
                .join(ORDERS)
                .where(PART.name.contains(color))
                .asCte("profit");

        var nation = profits.column(NATION.name);
        var year = profits.column(soldIn);
        return with(profits)
                .select(nation, year, sum(profits.column(earned)))
                .as(Profit::new)
                .from(profits)
                .groupBy(nation, year)
                .orderBy(nation, year.desc());
    }
}
