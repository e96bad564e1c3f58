package io.sluice.driver.mariadb;

import io.r2dbc.spi.ColumnMetadata;
import io.sluice.codec.BindException;
import io.sluice.codec.ColumnReader;
import io.sluice.codec.ReadException;
import io.sluice.codec.StandardCodec;
import io.sluice.type.Kind;
import io.sluice.type.SqlType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Where r2dbc-mariadb disagrees: it would say points in time by the clock of the JVM's zone, where here they travel in
 * UTC, as the session counts; and it gives null for the date zero, so that dates are read from their text.
 */
final class MariadbCodec extends StandardCodec {
    private static final int LAST_YEAR = 9_999;
    private static final int DIGITS = 65;
    private static final int DIGITS_AFTER_POINT = 38;
    /** Of {@code decimal(65, 30)}, which a number without bounds is kept in. */
    private static final int UNBOUNDED_AFTER_POINT = 30;

    @Override
    protected ColumnReader storageReader(SqlType<?> declared, ColumnMetadata actual) {
        return switch (declared.kind()) {
            case DATE, TIME, TIMESTAMP, TIMESTAMPTZ ->
                (row, index) -> {
                    String text = row.get(index, String.class);
                    try {
                        return text == null ? null : MariadbDates.parse(text, declared);
                    } catch (ReadException e) {
                        throw e.of(actual.getName());
                    }
                };
            default -> super.storageReader(declared, actual);
        };
    }

    @Override
    protected Object toDriver(Object value, SqlType<?> type) {
        return switch (type.kind()) {
            case TIMESTAMPTZ -> utc(value, type);
            case TIMESTAMP -> {
                var time = (LocalDateTime) super.toDriver(value, type);
                requireCalendar(time.getYear());
                yield time;
            }
            case DATE -> {
                requireCalendar(((LocalDate) value).getYear());
                yield value;
            }
            case UUID -> value.toString();
            case NUMERIC -> bounded((BigDecimal) value, type);
            // the number a float is to the server, which compares it with all its digits
            case REAL -> finite((double) (Float) value);
            case DOUBLE -> finite((Double) value);
            default -> super.toDriver(value, type);
        };
    }

    @Override
    protected Class<?> driverClass(SqlType<?> type) {
        if (type.kind() == Kind.TIMESTAMPTZ) {
            return LocalDateTime.class;
        }
        return type.kind() == Kind.UUID ? String.class : super.driverClass(type);
    }

    private LocalDateTime utc(Object value, SqlType<?> type) {
        Object plain = super.toDriver(value, type);
        OffsetDateTime time =
                plain instanceof OffsetDateTime offset ? offset : ((Instant) plain).atOffset(ZoneOffset.UTC);
        requireCalendar(time.getYear());
        return time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }

    /** A sign would be overlooked, and one digit more moves all of them. */
    private static void requireCalendar(int year) {
        if (year < 1 || year > LAST_YEAR) {
            throw new BindException("MariaDB's calendar goes from the year 1 to 9999; use NULL, or keep a number");
        }
    }

    private static Double finite(Double value) {
        if (value.isNaN() || value.isInfinite()) {
            throw new BindException("MariaDB has neither NaN nor infinity; use NULL, or keep the value as text");
        }
        return value;
    }

    /** It would round without a word. */
    private static BigDecimal bounded(BigDecimal value, SqlType<?> type) {
        int afterPoint = Math.max(0, value.stripTrailingZeros().scale());
        long beforePoint = Math.max(0, (long) value.precision() - value.scale());
        int most = type.length() < 0 ? UNBOUNDED_AFTER_POINT : DIGITS_AFTER_POINT;
        if (afterPoint > most || beforePoint + (type.length() < 0 ? most : afterPoint) > DIGITS) {
            throw new BindException(
                    "MariaDB keeps %d digits of a number, %d of them after the point; round it, or keep it as text"
                            .formatted(DIGITS, most));
        }
        return value;
    }
}
