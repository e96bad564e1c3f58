package io.sluice.tpch;

import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.tuple;
import static io.sluice.tpch.Dates.ONE_YEAR;
import static io.sluice.tpch.Dates.during;
import static io.sluice.tpch.Lineitem.LINEITEM;
import static io.sluice.tpch.Nation.NATION;
import static io.sluice.tpch.Part.PART;
import static io.sluice.tpch.Partsupp.PARTSUPP;
import static io.sluice.tpch.Supplier.SUPPLIER;
import static io.sluice.type.SqlTypes.NUMERIC;

import io.sluice.sql.Select;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A nation's suppliers who have more of some parts than they will sell. */
final class Q20PotentialPromotion {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Q20PotentialPromotion() {}

    record Candidate(String name, String address) {}

    static Select<Candidate> of(String nameBeginning, LocalDate firstDay, String nation) {
        Select<Long> parts = select(PART.key).from(PART).where(PART.name.startsWith(nameBeginning));
        Select<BigDecimal> halfOfWhatWasSold = select(sum(LINEITEM.quantity).times(HALF))
                .from(LINEITEM)
                .where(
                        tuple(LINEITEM.partKey, LINEITEM.supplierKey).eq(tuple(PARTSUPP.partKey, PARTSUPP.supplierKey)),
                        during(LINEITEM.shipDate, firstDay, ONE_YEAR));
        Select<Long> overstocked = select(PARTSUPP.supplierKey)
                .from(PARTSUPP)
                .where(
                        PARTSUPP.partKey.in(parts),
                        PARTSUPP.available.cast(NUMERIC).gt(halfOfWhatWasSold));
        return select(SUPPLIER.name, SUPPLIER.address)
                .as(Candidate::new)
                .from(SUPPLIER)
                .join(NATION)
                .where(SUPPLIER.key.in(overstocked), NATION.name.eq(nation))
                .orderBy(SUPPLIER.name);
    }
}
