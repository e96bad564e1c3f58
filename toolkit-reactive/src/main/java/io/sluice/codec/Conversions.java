package io.sluice.codec;

import io.r2dbc.spi.Clob;
import io.sluice.type.Interval;
import io.sluice.type.Json;
import io.sluice.type.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From what drivers give to what a type promises, wherever nothing is lost; everything else is an error that says so. */
public final class Conversions {

    private Conversions() {}

    /** The value as {@code type} promises it; {@code column} is for the message. */
    public static Object to(SqlType<?> type, Object raw, String column) {
        if (type.javaType().isInstance(raw) && !(raw instanceof OffsetDateTime)) {
            return raw instanceof BigDecimal decimal && decimal.scale() < type.scale()
                    ? decimal.setScale(type.scale()) // zeros that the database did not send
                    : raw;
        }
        Object converted = null;
        try {
            converted = convert(type, raw, column);
        } catch (ArithmeticException e) {
            throw new ReadException("column %s holds a number that does not fit %s; declare a wider type or cast it"
                    .formatted(column, type));
        }
        if (converted == null) {
            throw new ReadException(
                    "column %s is declared as %s, but the database gives a %s; declare it as that, or cast it"
                            .formatted(column, type, raw.getClass().getSimpleName()));
        }
        return converted;
    }

    private static @Nullable Object convert(SqlType<?> type, Object raw, String column) {
        return switch (type.kind()) {
            case BOOLEAN -> raw instanceof Number number ? (Object) (number.intValue() != 0) : null;
            case SMALLINT ->
                raw instanceof Number number ? (Object) decimal(number).shortValueExact() : null;
            case INTEGER ->
                raw instanceof Number number ? (Object) decimal(number).intValueExact() : null;
            case BIGINT ->
                raw instanceof Number number ? (Object) decimal(number).longValueExact() : null;
            case NUMERIC -> raw instanceof Number number ? decimal(number) : null;
            case REAL -> raw instanceof Number number ? (Object) real(number) : null;
            case DOUBLE -> raw instanceof Number number ? (Object) number.doubleValue() : null;
            case CHAR, VARCHAR, TEXT, INET, TSVECTOR, TSQUERY, OTHER -> raw instanceof Clob ? null : text(raw);
            case BYTEA -> bytes(raw);
            case DATE ->
                raw instanceof LocalDateTime time && time.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? time.toLocalDate()
                        : null;
            case TIME -> null;
            case TIMESTAMP -> raw instanceof LocalDate date ? date.atStartOfDay() : null;
            case TIMESTAMPTZ -> instant(type, raw);
            case UUID -> raw instanceof String text ? UUID.fromString(text) : null;
            case JSON, JSONB -> json(raw);
            case ENUM -> raw instanceof String text ? constant(type, text, column) : null;
            case ARRAY -> raw instanceof Object[] array ? list(type, array, column) : null;
            case INTERVAL -> interval(raw);
            case INT4RANGE, INT8RANGE, NUMRANGE, DATERANGE, TSRANGE, TSTZRANGE, ROW -> null;
        };
    }

    private static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return number instanceof Double || number instanceof Float
                ? new BigDecimal(number.toString())
                : BigDecimal.valueOf(number.longValue());
    }

    /** A double must be a float, or be written as one. */
    private static float real(Number number) {
        float value = number.floatValue();
        if (number instanceof Double wide
                && value != wide
                && !wide.isNaN()
                && !Float.toString(value).equals(wide.toString())) {
            throw new ArithmeticException("a double that is no float");
        }
        return value;
    }

    private static @Nullable String text(Object raw) {
        return raw instanceof Enum<?> constant ? constant.name() : null;
    }

    private static byte @Nullable [] bytes(Object raw) {
        if (!(raw instanceof ByteBuffer buffer)) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static @Nullable Object instant(SqlType<?> type, Object raw) {
        Instant instant;
        if (raw instanceof OffsetDateTime time) {
            instant = time.toInstant();
        } else if (raw instanceof ZonedDateTime time) {
            instant = time.toInstant();
        } else if (raw instanceof Instant time) {
            instant = time;
        } else if (raw instanceof LocalDateTime time) {
            instant = time.toInstant(ZoneOffset.UTC); // a database without zones keeps instants in UTC
        } else {
            return null;
        }
        // whatever the zone of the JVM, of the session or of the value
        return type.javaType() == OffsetDateTime.class ? instant.atOffset(ZoneOffset.UTC) : instant;
    }

    private static @Nullable Json json(Object raw) {
        if (raw instanceof String text) {
            return new Json(text);
        }
        if (raw instanceof byte[] bytes) {
            return new Json(new String(bytes, StandardCharsets.UTF_8));
        }
        byte[] bytes = bytes(raw);
        return bytes == null ? null : new Json(new String(bytes, StandardCharsets.UTF_8));
    }

    private static @Nullable Interval interval(Object raw) {
        if (raw instanceof java.time.Duration duration) {
            return Interval.of(duration);
        }
        return raw instanceof java.time.Period period ? Interval.of(period) : null;
    }

    private static Object constant(SqlType<?> type, String label, String column) {
        for (Object constant : type.javaType().getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(label)) {
                return constant;
            }
        }
        throw new ReadException("column %s holds a label that %s does not have; add it to the enum"
                .formatted(column, type.javaType().getName()));
    }

    private static List<@Nullable Object> list(SqlType<?> type, Object[] array, String column) {
        SqlType<?> element = StandardCodec.elementOf(type);
        List<@Nullable Object> list = new ArrayList<>(array.length);
        for (Object raw : array) {
            list.add(raw == null ? null : DomainValues.toJava(element, to(element.storage(), raw, column)));
        }
        return Collections.unmodifiableList(list);
    }
}
