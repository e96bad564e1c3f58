package io.sluice.driver.postgresql;

import io.netty.buffer.ByteBuf;
import io.sluice.codec.BindException;
import io.sluice.codec.ReadException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Dates and times: days and microseconds from the first of January 2000 on, in UTC where there is a zone. The least and
 * the greatest number are minus infinity and infinity, which Java calls {@code MIN} and {@code MAX}. What is finer than
 * a microsecond is cut off.
 */
final class DateWire {
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;
    private static final long MICROS = 1_000_000;
    private static final int NANOS = 1_000;
    private static final long MICROS_OF_DAY = 86_400 * MICROS;

    private DateWire() {}

    static LocalDate readDate(ByteBuf bytes) {
        int days = bytes.readInt();
        if (days == Integer.MAX_VALUE) {
            return LocalDate.MAX;
        }
        return days == Integer.MIN_VALUE ? LocalDate.MIN : LocalDate.ofEpochDay(EPOCH_DAY + days);
    }

    static void writeDate(LocalDate date, ByteBuf out) {
        if (date.equals(LocalDate.MAX) || date.equals(LocalDate.MIN)) {
            out.writeInt(date.equals(LocalDate.MAX) ? Integer.MAX_VALUE : Integer.MIN_VALUE);
            return;
        }
        long days = date.toEpochDay() - EPOCH_DAY;
        if (days >= Integer.MAX_VALUE || days <= Integer.MIN_VALUE) {
            throw beyond();
        }
        out.writeInt((int) days);
    }

    static LocalTime readTime(ByteBuf bytes) {
        long micros = bytes.readLong();
        if (micros == MICROS_OF_DAY) {
            throw endOfDay();
        }
        return LocalTime.ofNanoOfDay(micros * NANOS);
    }

    static ReadException endOfDay() {
        return new ReadException("a time is 24:00:00, which LocalTime cannot say; cast it to interval");
    }

    static void writeTime(LocalTime time, ByteBuf out) {
        out.writeLong(time.toNanoOfDay() / NANOS);
    }

    static LocalDateTime readTimestamp(ByteBuf bytes) {
        long micros = bytes.readLong();
        if (micros == Long.MAX_VALUE) {
            return LocalDateTime.MAX;
        }
        if (micros == Long.MIN_VALUE) {
            return LocalDateTime.MIN;
        }
        return LocalDateTime.ofEpochSecond(secondOf(micros), nanoOf(micros), ZoneOffset.UTC);
    }

    static void writeTimestamp(LocalDateTime timestamp, ByteBuf out) {
        if (timestamp.equals(LocalDateTime.MAX)) {
            out.writeLong(Long.MAX_VALUE);
        } else if (timestamp.equals(LocalDateTime.MIN)) {
            out.writeLong(Long.MIN_VALUE);
        } else {
            Instant asInUtc = timestamp.toInstant(ZoneOffset.UTC);
            out.writeLong(micros(asInUtc.getEpochSecond(), asInUtc.getNano()));
        }
    }

    static Instant readInstant(ByteBuf bytes) {
        long micros = bytes.readLong();
        if (micros == Long.MAX_VALUE) {
            return Instant.MAX;
        }
        return micros == Long.MIN_VALUE ? Instant.MIN : Instant.ofEpochSecond(secondOf(micros), nanoOf(micros));
    }

    static void writeInstant(Instant instant, ByteBuf out) {
        if (instant.equals(Instant.MAX)) {
            out.writeLong(Long.MAX_VALUE);
        } else if (instant.equals(Instant.MIN)) {
            out.writeLong(Long.MIN_VALUE);
        } else {
            out.writeLong(micros(instant.getEpochSecond(), instant.getNano()));
        }
    }

    /** The offset that a value had is not kept by the database. */
    static OffsetDateTime inUtc(Instant instant) {
        if (instant.equals(Instant.MAX)) {
            return OffsetDateTime.MAX;
        }
        return instant.equals(Instant.MIN) ? OffsetDateTime.MIN : instant.atOffset(ZoneOffset.UTC);
    }

    static void writeOffset(OffsetDateTime time, ByteBuf out) {
        if (time.equals(OffsetDateTime.MAX)) {
            writeInstant(Instant.MAX, out);
        } else {
            writeInstant(time.equals(OffsetDateTime.MIN) ? Instant.MIN : time.toInstant(), out);
        }
    }

    private static long secondOf(long micros) {
        return EPOCH_SECOND + Math.floorDiv(micros, MICROS);
    }

    private static int nanoOf(long micros) {
        return (int) Math.floorMod(micros, MICROS) * NANOS;
    }

    private static long micros(long epochSecond, int nano) {
        try {
            long micros = Math.addExact(Math.multiplyExact(epochSecond - EPOCH_SECOND, MICROS), nano / NANOS);
            if (micros == Long.MAX_VALUE || micros == Long.MIN_VALUE) {
                throw beyond();
            }
            return micros;
        } catch (ArithmeticException e) {
            throw beyond();
        }
    }

    private static BindException beyond() {
        return new BindException(
                "PostgreSQL's calendar ends before that date; for infinity, send MAX or MIN of the Java class");
    }
}
