package io.sluice.type;

import java.time.Duration;
import java.time.Period;

/** A span of time as SQL counts it: months, days and microseconds, none of which can be turned into another. */
public record Interval(int months, int days, long microseconds) {

    @SuppressWarnings("JavaPeriodGetDays") // months are taken beside the days
    public static Interval of(Period period) {
        return new Interval(Math.toIntExact(period.toTotalMonths()), period.getDays(), 0);
    }

    public static Interval of(Duration duration) {
        return new Interval(
                0, 0, Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000), duration.getNano() / 1_000));
    }

    public static Interval ofDays(int days) {
        return new Interval(0, days, 0);
    }

    public static Interval ofMonths(int months) {
        return new Interval(months, 0, 0);
    }

    /** In the form of ISO 8601, which every database reads: {@code P1M2DT3.5S}. */
    @Override
    public String toString() {
        if (months == 0 && days == 0 && microseconds == 0) {
            return "PT0S";
        }
        var text = new StringBuilder("P");
        if (months != 0) {
            text.append(months).append('M');
        }
        if (days != 0) {
            text.append(days).append('D');
        }
        if (microseconds != 0) {
            text.append('T')
                    .append(java.math.BigDecimal.valueOf(microseconds, 6)
                            .stripTrailingZeros()
                            .toPlainString())
                    .append('S');
        }
        return text.toString();
    }
}
