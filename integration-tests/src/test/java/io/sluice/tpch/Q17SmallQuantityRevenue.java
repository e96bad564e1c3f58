package io.sluice.tpch;

import static io.sluice.sql.Aggregates.avg;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.select;
import static io.sluice.tpch.Lineitem.LINEITEM;
import static io.sluice.tpch.Part.PART;

import io.sluice.sql.Select;
import java.math.BigDecimal;

/** What would be lost in a year if small orders of some parts were no longer taken. */
final class Q17SmallQuantityRevenue {
    private static final BigDecimal A_FIFTH = new BigDecimal("0.2");
    private static final BigDecimal YEARS = new BigDecimal("7.0");

    private Q17SmallQuantityRevenue() {}

    static Select<BigDecimal> of(String brand, String container) {
        Select<BigDecimal> small =
                select(avg(LINEITEM.quantity).times(A_FIFTH)).from(LINEITEM).where(LINEITEM.partKey.eq(PART.key));
        return select(sum(LINEITEM.price).dividedBy(YEARS))
                .from(LINEITEM)
                .join(PART)
                .where(PART.brand.eq(brand), PART.container.eq(container), LINEITEM.quantity.lt(small));
    }
}
