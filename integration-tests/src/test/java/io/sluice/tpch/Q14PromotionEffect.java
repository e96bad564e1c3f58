package io.sluice.tpch;

import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.caseWhen;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.value;
import static io.sluice.tpch.Dates.ONE_MONTH;
import static io.sluice.tpch.Dates.during;
import static io.sluice.tpch.Lineitem.LINEITEM;
import static io.sluice.tpch.Part.PART;
import static java.math.BigDecimal.ZERO;

import io.sluice.sql.Select;
import java.math.BigDecimal;
import java.time.LocalDate;

/** How much of a month's revenue, in percent, came from parts in promotion. */
final class Q14PromotionEffect {
    private static final BigDecimal PERCENT = new BigDecimal("100.00");

    private Q14PromotionEffect() {}

    static Select<BigDecimal> inMonthFrom(LocalDate first) {
        var promotion =
                caseWhen(PART.type.startsWith("PROMO"), LINEITEM.revenue()).otherwise(ZERO);
        return select(value(PERCENT).times(sum(promotion)).dividedBy(sum(LINEITEM.revenue())))
                .from(LINEITEM)
                .join(PART)
                .where(during(LINEITEM.shipDate, first, ONE_MONTH));
    }
}
