package io.sluice.driver.mariadb;

import io.sluice.codec.ReadException;
import io.sluice.type.Kind;
import io.sluice.type.SqlType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Dates and times from the text in which MariaDB sends them. */
final class MariadbDates {
    private static final int DATE_LENGTH = "2024-02-29".length();

    private MariadbDates() {}

    static Object parse(String text, SqlType<?> type) {
        if (text.startsWith("0000-00-00")) {
            throw new ReadException("a date is zero, which is no day; set it to NULL, or select nullif(…) of it");
        }
        try {
            return parsed(text, type);
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw new ReadException("its text is not a %s that Java could say; cast it to another type"
                    .formatted(type.kind() == Kind.TIME ? "time of day" : "date"));
        }
    }

    private static Object parsed(String text, SqlType<?> type) {
        if (type.kind() == Kind.TIME) {
            return LocalTime.parse(text);
        }
        LocalDate date = LocalDate.parse(text.substring(0, DATE_LENGTH));
        LocalDateTime time = text.length() == DATE_LENGTH
                ? date.atStartOfDay()
                : date.atTime(LocalTime.parse(text.substring(DATE_LENGTH + 1)));
        return switch (type.kind()) {
            case TIMESTAMP -> time;
            case TIMESTAMPTZ ->
                type.javaType() == OffsetDateTime.class
                        ? time.atOffset(ZoneOffset.UTC)
                        : time.toInstant(ZoneOffset.UTC);
            default -> dateOnly(time);
        };
    }

    private static LocalDate dateOnly(LocalDateTime time) {
        if (!time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            throw new ReadException("it is a date with a time of day; declare it as a timestamp");
        }
        return time.toLocalDate();
    }
}
