package io.sluice.driver.postgresql;

import io.sluice.codec.ReadException;
import io.sluice.type.Interval;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Spans of time as text, in the {@code IntervalStyle} that sessions begin with, {@code 1 year -2 mons +03:04:05.6}, or in {@code iso_8601}. */
final class IntervalText {
    private static final String NUMBER = "([+-]?\\d+)";
    private static final Pattern PLAIN = Pattern.compile(
            "(?:%1$s years?)? ?(?:%1$s mons?)? ?(?:%1$s days?)? ?(?:([+-]?)(\\d+):(\\d\\d):(\\d\\d(?:\\.\\d+)?))?"
                    .formatted(NUMBER));
    private static final Pattern ISO = Pattern.compile(
            "P(?:%1$sY)?(?:%1$sM)?(?:%1$sD)?(?:T(?:%1$sH)?(?:%1$sM)?(?:([+-]?\\d+(?:\\.\\d+)?)S)?)?".formatted(NUMBER));

    private IntervalText() {}

    static Interval parse(String text) {
        Matcher plain = PLAIN.matcher(text);
        if (!text.isEmpty() && plain.matches()) {
            long micros = micros(plain.group(5), plain.group(6), plain.group(7));
            return interval(plain, "-".equals(plain.group(4)) ? -micros : micros);
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return interval(iso, micros(iso.group(4), iso.group(5), iso.group(6)));
        }
        throw new ReadException(
                "an interval is written in a style that does not say it fully; set the session's IntervalStyle to postgres, or the driver's forceBinary");
    }

    private static Interval interval(Matcher parts, long microseconds) {
        long months = number(parts.group(1)) * 12 + number(parts.group(2));
        return new Interval(Math.toIntExact(months), Math.toIntExact(number(parts.group(3))), microseconds);
    }

    private static long micros(@Nullable String hours, @Nullable String minutes, @Nullable String seconds) {
        return new BigDecimal(seconds == null ? "0" : seconds)
                .add(BigDecimal.valueOf(number(minutes) * 60))
                .add(BigDecimal.valueOf(number(hours)).multiply(BigDecimal.valueOf(3_600)))
                .movePointRight(6)
                .longValueExact();
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
