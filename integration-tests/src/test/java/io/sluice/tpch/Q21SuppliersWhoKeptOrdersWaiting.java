package io.sluice.tpch;

import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Sql.exists;
import static io.sluice.sql.Sql.not;
import static io.sluice.sql.Sql.select;
import static io.sluice.tpch.Lineitem.LINEITEM;
import static io.sluice.tpch.Nation.NATION;
import static io.sluice.tpch.Orders.ORDERS;
import static io.sluice.tpch.Supplier.SUPPLIER;

import io.sluice.sql.Condition;
import io.sluice.sql.Select;

/** A nation's suppliers who, alone of several, delivered late what an order then waited for. */
final class Q21SuppliersWhoKeptOrdersWaiting {
    private static final Lineitem OTHERS = LINEITEM.as("others");

    private Q21SuppliersWhoKeptOrdersWaiting() {}

    record Culprit(String supplier, long orders) {}

    static Select<Culprit> in(String nation) {
        Select<Long> ofOtherSuppliers = select(OTHERS.orderKey)
                .from(OTHERS)
                .where(OTHERS.orderKey.eq(LINEITEM.orderKey), OTHERS.supplierKey.ne(LINEITEM.supplierKey));
        var orders = count().as("numwait");
        return select(SUPPLIER.name, orders)
                .as(Culprit::new)
                .from(SUPPLIER)
                .join(NATION)
                .join(LINEITEM)
                .join(ORDERS)
                .where(
                        NATION.name.eq(nation),
                        ORDERS.status.eq("F"),
                        isLate(LINEITEM),
                        exists(ofOtherSuppliers),
                        not(exists(ofOtherSuppliers.where(isLate(OTHERS)))))
                .groupBy(SUPPLIER.name)
                .orderBy(orders.desc(), SUPPLIER.name)
                .limit(100);
    }

    private static Condition isLate(Lineitem line) {
        return line.receiptDate.gt(line.commitDate);
    }
}
