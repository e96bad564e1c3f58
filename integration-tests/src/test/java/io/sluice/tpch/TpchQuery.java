package io.sluice.tpch;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.TEN;

import io.sluice.sql.Select;
import io.sluice.tpch.Q19DiscountedRevenue.Wanted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Each query with the parameters that its SQL by hand has, which stands in a file of its name. */
enum TpchQuery {
    Q01(Q01PricingSummary.upTo(day(1998, 9, 2))),
    Q02(Q02MinimumCostSupplier.of(15, "BRASS", "EUROPE")),
    Q03(Q03ShippingPriority.on(day(1995, 3, 15), "BUILDING")),
    Q04(Q04OrderPriorityChecking.inQuarterFrom(day(1993, 7, 1))),
    Q05(Q05LocalSupplierVolume.inYearFrom(day(1994, 1, 1), "ASIA")),
    Q06(Q06ForecastRevenueChange.inYearFrom(day(1994, 1, 1), decimal("0.06"), decimal("24"))),
    Q07(Q07VolumeShipping.between("FRANCE", "GERMANY")),
    Q08(Q08NationalMarketShare.of("UNITED STATES", "AMERICA", "STANDARD BRUSHED STEEL")),
    Q09(Q09ProductTypeProfit.of("green")),
    Q10(Q10ReturnedItems.ofQuarterFrom(day(1993, 10, 1))),
    Q11(Q11ImportantStock.in("GERMANY", decimal("0.005"))),
    Q12(Q12ShippingModes.inYearFrom(day(1994, 1, 1), List.of("MAIL", "SHIP"))),
    Q13(Q13CustomerDistribution.without("special", "requests")),
    Q14(Q14PromotionEffect.inMonthFrom(day(1995, 9, 1))),
    Q15(Q15TopSupplier.ofQuarterFrom(day(1996, 1, 1))),
    Q16(Q16PartsSupplierRelationship.of("Brand#45", "MEDIUM POLISHED", List.of(49, 14, 23, 45, 19, 3, 36, 9))),
    Q17(Q17SmallQuantityRevenue.of("Brand#44", "WRAP CAN")),
    Q18(Q18LargeVolumeCustomer.above(decimal("250"))),
    Q19(Q19DiscountedRevenue.of(
            new Wanted("Brand#12", ONE), new Wanted("Brand#23", TEN), new Wanted("Brand#34", decimal("20")))),
    Q20(Q20PotentialPromotion.of("lemon", day(1994, 1, 1), "UNITED STATES")),
    Q21(Q21SuppliersWhoKeptOrdersWaiting.in("UNITED STATES")),
    Q22(Q22GlobalSalesOpportunity.in(List.of("13", "31", "23", "29", "30", "18", "17")));

    @SuppressWarnings("ImmutableEnumChecker") // a statement never changes
    private final Select<?> select;

    TpchQuery(Select<?> select) {
        this.select = select;
    }

    Select<?> select() {
        return select;
    }

    String sqlByHand() {
        String file = name().toLowerCase(Locale.ROOT) + ".sql";
        try (InputStream sql = Objects.requireNonNull(TpchQuery.class.getResourceAsStream(file), file)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private static BigDecimal decimal(String number) {
        return new BigDecimal(number);
    }
}
