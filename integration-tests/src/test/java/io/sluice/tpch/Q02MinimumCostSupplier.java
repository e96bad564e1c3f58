package io.sluice.tpch;

import static io.sluice.sql.Aggregates.min;
import static io.sluice.sql.Sql.select;
import static io.sluice.tpch.Nation.NATION;
import static io.sluice.tpch.Part.PART;
import static io.sluice.tpch.Partsupp.PARTSUPP;
import static io.sluice.tpch.Region.REGION;
import static io.sluice.tpch.Supplier.SUPPLIER;

import io.sluice.sql.Select;
import java.math.BigDecimal;

/** Who in a region sells parts of a size and a type at the lowest price there. */
final class Q02MinimumCostSupplier {

    private Q02MinimumCostSupplier() {}

    record Offer(
            BigDecimal balance,
            String supplier,
            String nation,
            long part,
            String manufacturer,
            String address,
            String phone,
            String comment) {}

    static Select<Offer> of(int size, String typeEnding, String region) {
        Select<BigDecimal> lowestCost =
                offersIn(region, select(min(PARTSUPP.supplyCost))).where(PARTSUPP.partKey.eq(PART.key));
        Select<Offer> offers = select(
                        SUPPLIER.balance,
                        SUPPLIER.name,
                        NATION.name,
                        PART.key,
                        PART.manufacturer,
                        SUPPLIER.address,
                        SUPPLIER.phone,
                        SUPPLIER.comment)
                .as(Offer::new);
        return offersIn(region, offers)
                .join(PART)
                .where(PART.size.eq(size), PART.type.endsWith(typeEnding), PARTSUPP.supplyCost.eq(lowestCost))
                .orderBy(SUPPLIER.balance.desc(), NATION.name, SUPPLIER.name, PART.key)
                .limit(100);
    }

    /** Twice in the query, and so a function: each time with tables of its own, since a subquery's names hide those outside. */
    private static <R> Select<R> offersIn(String region, Select<R> select) {
        return select.from(PARTSUPP).join(SUPPLIER).join(NATION).join(REGION).where(REGION.name.eq(region));
    }
}
