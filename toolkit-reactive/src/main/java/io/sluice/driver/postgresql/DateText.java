package io.sluice.driver.postgresql;

import io.sluice.codec.ReadException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and times as text, in PostgreSQL's usual {@code DateStyle}, ISO. Others do not tell months from days. */
final class DateText {
    private static final Pattern DATE = Pattern.compile("(\\d{4,})-(\\d\\d)-(\\d\\d)");
    private static final Pattern TIME = Pattern.compile("(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,6}))?");
    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d\\d)(?::(\\d\\d))?(?::(\\d\\d))?");
    private static final String BEFORE_CHRIST = " BC";

    private DateText() {}

    static LocalDate date(String text) {
        return switch (text) {
            case "infinity" -> LocalDate.MAX;
            case "-infinity" -> LocalDate.MIN;
            default -> plainDate(withoutEra(text), isBeforeChrist(text));
        };
    }

    static LocalTime time(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw unknown();
        }
        int hour = Integer.parseInt(matcher.group(1));
        if (hour == 24) {
            throw DateWire.endOfDay();
        }
        String fraction = matcher.group(4) == null ? "" : matcher.group(4);
        return LocalTime.of(
                hour,
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                Integer.parseInt(fraction + "0".repeat(9 - fraction.length())));
    }

    static LocalDateTime timestamp(String text) {
        return switch (text) {
            case "infinity" -> LocalDateTime.MAX;
            case "-infinity" -> LocalDateTime.MIN;
            default -> plainTimestamp(withoutEra(text), isBeforeChrist(text));
        };
    }

    static Instant instant(String text) {
        if (text.equals("infinity")) {
            return Instant.MAX;
        }
        if (text.equals("-infinity")) {
            return Instant.MIN;
        }
        String plain = withoutEra(text);
        int sign = Math.max(plain.lastIndexOf('+'), plain.lastIndexOf('-'));
        Matcher offset = OFFSET.matcher(plain);
        if (sign < 0 || !offset.region(sign, plain.length()).matches()) {
            throw unknown();
        }
        int seconds = number(offset.group(2)) * 3_600 + number(offset.group(3)) * 60 + number(offset.group(4));
        return plainTimestamp(plain.substring(0, sign), isBeforeChrist(text))
                .toInstant(ZoneOffset.ofTotalSeconds(offset.group(1).equals("-") ? -seconds : seconds));
    }

    private static LocalDateTime plainTimestamp(String text, boolean isBeforeChrist) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw unknown();
        }
        return LocalDateTime.of(plainDate(text.substring(0, space), isBeforeChrist), time(text.substring(space + 1)));
    }

    /** There is no year 0 in the database: the year before 1 is 1 BC. */
    private static LocalDate plainDate(String text, boolean isBeforeChrist) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            throw unknown();
        }
        int year = Integer.parseInt(matcher.group(1));
        return LocalDate.of(
                isBeforeChrist ? 1 - year : year,
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    private static boolean isBeforeChrist(String text) {
        return text.endsWith(BEFORE_CHRIST);
    }

    private static String withoutEra(String text) {
        return isBeforeChrist(text) ? text.substring(0, text.length() - BEFORE_CHRIST.length()) : text;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static ReadException unknown() {
        return new ReadException(
                "a date is not written as ISO 8601 has it; set the session's DateStyle to ISO, or the driver's forceBinary");
    }
}
