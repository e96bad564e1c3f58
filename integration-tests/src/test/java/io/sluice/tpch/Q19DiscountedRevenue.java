package io.sluice.tpch;

import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.and;
import static io.sluice.sql.Sql.or;
import static io.sluice.sql.Sql.select;
import static io.sluice.tpch.Lineitem.LINEITEM;
import static io.sluice.tpch.Part.PART;

import io.sluice.sql.Condition;
import io.sluice.sql.Select;
import java.math.BigDecimal;
import java.util.List;

/** What three kinds of parts brought in, sent by air and handed over in person. */
final class Q19DiscountedRevenue {
    private static final BigDecimal TEN = BigDecimal.valueOf(10);
    private static final List<String> SMALL = List.of("SM CASE", "SM BOX", "SM PACK", "SM PKG");
    private static final List<String> MEDIUM = List.of("MED BAG", "MED BOX", "MED PKG", "MED PACK");
    private static final List<String> LARGE = List.of("LG CASE", "LG BOX", "LG PACK", "LG PKG");

    private Q19DiscountedRevenue() {}

    /** A brand, and how many pieces at least of an order. */
    record Wanted(String brand, BigDecimal quantity) {}

    static Select<BigDecimal> of(Wanted small, Wanted medium, Wanted large) {
        return select(sum(LINEITEM.revenue()))
                .from(LINEITEM)
                .join(PART)
                .where(
                        or(kind(small, SMALL, 5), kind(medium, MEDIUM, 10), kind(large, LARGE, 15)),
                        LINEITEM.shipMode.in(List.of("AIR", "AIR REG")),
                        LINEITEM.shipInstruction.eq("DELIVER IN PERSON"));
    }

    private static Condition kind(Wanted wanted, List<String> containers, int largestSize) {
        return and(
                PART.brand.eq(wanted.brand()),
                PART.container.in(containers),
                LINEITEM.quantity.between(wanted.quantity(), wanted.quantity().add(TEN)),
                PART.size.between(1, largestSize));
    }
}
