package io.sluice.tpch;

import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Functions.extract;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.tuple;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.Sql.with;
import static io.sluice.sql.tree.DateField.YEAR;
import static io.sluice.tpch.Customer.CUSTOMER;
import static io.sluice.tpch.Lineitem.LINEITEM;
import static io.sluice.tpch.Nation.NATION;
import static io.sluice.tpch.Orders.ORDERS;
import static io.sluice.tpch.Supplier.SUPPLIER;

import io.sluice.sql.Cte;
import io.sluice.sql.Select;
import io.sluice.sql.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What two nations shipped to each other, year by year. */
final class Q07VolumeShipping {
    private static final LocalDate FIRST_DAY = LocalDate.of(1995, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(1996, 12, 31);

    private Q07VolumeShipping() {}

    record Shipped(String from, String to, int year, BigDecimal revenue) {}

    static Select<Shipped> between(String nation, String other) {
        Nation from = NATION.as("n1");
        Nation to = NATION.as("n2");
        var supplierNation = from.name.as("supp_nation");
        var customerNation = to.name.as("cust_nation");
        var year = extract(YEAR, LINEITEM.shipDate).as("l_year");
        var volume = LINEITEM.revenue().as("volume");
        Cte shipping = select(supplierNation, customerNation, year, volume)
                .from(LINEITEM)
                .join(SUPPLIER)
                .join(from)
                .join(ORDERS)
                .join(CUSTOMER)
                .on(CUSTOMER.key.eq(ORDERS.customerKey))
                .join(to)
                .on(CUSTOMER.nationKey.eq(to.key))
                .where(
                        tuple(from.name, to.name).in(List.of(nations(nation, other), nations(other, nation))),
                        LINEITEM.shipDate.between(FIRST_DAY, LAST_DAY))
                .asCte("shipping");

        var shippedFrom = shipping.column(supplierNation);
        var shippedTo = shipping.column(customerNation);
        var shippedIn = shipping.column(year);
        return with(shipping)
                .select(shippedFrom, shippedTo, shippedIn, sum(shipping.column(volume)))
                .as(Shipped::new)
                .from(shipping)
                .groupBy(shippedFrom, shippedTo, shippedIn)
                .orderBy(shippedFrom, shippedTo, shippedIn);
    }

    private static Tuple nations(String from, String to) {
        return tuple(value(from), value(to));
    }
}
