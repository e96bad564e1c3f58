package io.sluice.tpch;

import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.select;
import static io.sluice.tpch.Dates.ONE_YEAR;
import static io.sluice.tpch.Dates.during;
import static io.sluice.tpch.Lineitem.LINEITEM;

import io.sluice.sql.Select;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What more a year would have brought without certain discounts. */
final class Q06ForecastRevenueChange {
    private static final BigDecimal A_CENT = new BigDecimal("0.01");

    private Q06ForecastRevenueChange() {}

    static Select<BigDecimal> inYearFrom(LocalDate first, BigDecimal discount, BigDecimal quantity) {
        return select(sum(LINEITEM.price.times(LINEITEM.discount)))
                .from(LINEITEM)
                .where(
                        during(LINEITEM.shipDate, first, ONE_YEAR),
                        LINEITEM.discount.between(discount.subtract(A_CENT), discount.add(A_CENT)),
                        LINEITEM.quantity.lt(quantity));
    }
}
