package io.sluice.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as databases write them into JSON: nearly ISO 8601, but with years of more than four digits, years
 * before Christ, and PostgreSQL's infinity, which is Java's {@code MAX} and {@code MIN}.
 */
final class TemporalText {
    private static final String BEFORE_CHRIST = " BC";

    private TemporalText() {}

    static LocalDate date(String text) {
        LocalDate infinite = infinite(text, LocalDate.MIN, LocalDate.MAX);
        return infinite != null ? infinite : day(withoutEra(text), text.endsWith(BEFORE_CHRIST));
    }

    static LocalTime time(String text) {
        return LocalTime.parse(text);
    }

    static LocalDateTime timestamp(String text) {
        LocalDateTime infinite = infinite(text, LocalDateTime.MIN, LocalDateTime.MAX);
        if (infinite != null) {
            return infinite;
        }
        String plain = withoutEra(text);
        int time = timeOf(plain);
        LocalDate day = day(plain.substring(0, time - 1), text.endsWith(BEFORE_CHRIST));
        return day.atTime(LocalTime.parse(plain.substring(time)));
    }

    static Instant instant(String text) {
        Instant infinite = infinite(text, Instant.MIN, Instant.MAX);
        return infinite != null ? infinite : offset(text).toInstant();
    }

    /** In UTC, whatever offset the session shows. */
    static OffsetDateTime offset(String text) {
        OffsetDateTime infinite = infinite(text, OffsetDateTime.MIN, OffsetDateTime.MAX);
        if (infinite != null) {
            return infinite;
        }
        String plain = withoutEra(text);
        int time = timeOf(plain);
        int zone = time;
        while (zone < plain.length() && "+-Z".indexOf(plain.charAt(zone)) < 0) {
            zone++;
        }
        LocalDate day = day(plain.substring(0, time - 1), text.endsWith(BEFORE_CHRIST));
        return OffsetDateTime.of(
                        day, LocalTime.parse(plain.substring(time, zone)), ZoneOffset.of(plain.substring(zone)))
                .withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static LocalDate day(String text, boolean isBeforeChrist) {
        int month = text.indexOf('-', 1) + 1;
        int year = Integer.parseInt(text, 0, month - 1, 10);
        // there is no year zero before Christ, but there is one in ISO 8601
        return LocalDate.of(
                isBeforeChrist ? 1 - year : year,
                Integer.parseInt(text, month, month + 2, 10),
                Integer.parseInt(text, month + 3, text.length(), 10));
    }

    private static String withoutEra(String text) {
        return text.endsWith(BEFORE_CHRIST) ? text.substring(0, text.length() - BEFORE_CHRIST.length()) : text;
    }

    /** Where the time begins, after a T or a space. */
    private static int timeOf(String text) {
        int letter = text.indexOf('T');
        return (letter < 0 ? text.indexOf(' ') : letter) + 1;
    }

    private static <T> @Nullable T infinite(String text, T least, T greatest) {
        return switch (text) {
            case "infinity" -> greatest;
            case "-infinity" -> least;
            default -> null;
        };
    }
}
