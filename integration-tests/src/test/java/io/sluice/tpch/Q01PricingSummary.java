package io.sluice.tpch;

import static io.sluice.sql.Aggregates.avg;
import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.value;
import static io.sluice.tpch.Lineitem.LINEITEM;
import static java.math.BigDecimal.ONE;

import io.sluice.sql.Expression;
import io.sluice.sql.Select;
import java.math.BigDecimal;
import java.time.LocalDate;

/** How much was billed, shipped and returned up to a day. */
final class Q01PricingSummary {

    private Q01PricingSummary() {}

    record Summary(
            String returnFlag,
            String status,
            BigDecimal quantity,
            BigDecimal basePrice,
            BigDecimal discountedPrice,
            BigDecimal charge,
            BigDecimal averageQuantity,
            BigDecimal averagePrice,
            BigDecimal averageDiscount,
            long orders) {}

    static Select<Summary> upTo(LocalDate day) {
        Expression<BigDecimal> charge = LINEITEM.revenue().times(value(ONE).plus(LINEITEM.tax));
        return select(
                        LINEITEM.returnFlag,
                        LINEITEM.status,
                        sum(LINEITEM.quantity),
                        sum(LINEITEM.price),
                        sum(LINEITEM.revenue()),
                        sum(charge),
                        avg(LINEITEM.quantity),
                        avg(LINEITEM.price),
                        avg(LINEITEM.discount),
                        count())
                .as(Summary::new)
                .from(LINEITEM)
                .where(LINEITEM.shipDate.le(day))
                .groupBy(LINEITEM.returnFlag, LINEITEM.status)
                .orderBy(LINEITEM.returnFlag, LINEITEM.status);
    }
}
