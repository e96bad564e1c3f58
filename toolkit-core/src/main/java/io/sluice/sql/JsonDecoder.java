package io.sluice.sql;

import io.sluice.sql.tree.Nested;
import io.sluice.sql.tree.ResultItem;
import io.sluice.type.Interval;
import io.sluice.type.Json;
import io.sluice.type.Range;
import io.sluice.type.SqlType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a value of one type is read from the JSON of a nested collection. */
@FunctionalInterface
interface JsonDecoder {

    /** Takes the value at the cursor; null for NULL. */
    @Nullable
    Object read(JsonCursor cursor);

    static JsonDecoder of(ResultItem item) {
        if (item.expression() instanceof Nested.Multiset) {
            // as it arrives at the outermost level too; the reader of its rows goes on from there
            return cursor -> new Json(cursor.raw());
        }
        return of(item.type());
    }

    private static JsonDecoder of(SqlType<?> type) {
        JsonDecoder stored = stored(type.storage());
        if (!type.isMapped()) {
            return stored;
        }
        return cursor -> {
            Object value = stored.read(cursor);
            return value == null ? null : type.toJava(value);
        };
    }

    private static JsonDecoder stored(SqlType<?> type) {
        return switch (type.kind()) {
            case BOOLEAN -> scalar(Boolean::valueOf);
            case SMALLINT -> scalar(Short::valueOf);
            case INTEGER -> scalar(Integer::valueOf);
            case BIGINT -> scalar(Long::valueOf);
            case NUMERIC -> scalar(BigDecimal::new);
            case REAL -> scalar(Float::valueOf);
            case DOUBLE -> scalar(Double::valueOf);
            case CHAR, VARCHAR, TEXT, INET, TSVECTOR, TSQUERY, OTHER -> scalar(text -> text);
            case BYTEA -> scalar(HexFormat.of()::parseHex);
            case DATE -> scalar(TemporalText::date);
            case TIME -> scalar(TemporalText::time);
            case TIMESTAMP -> scalar(TemporalText::timestamp);
            case TIMESTAMPTZ ->
                type.javaType() == Instant.class ? scalar(TemporalText::instant) : scalar(TemporalText::offset);
            case UUID -> scalar(UUID::fromString);
            case JSON, JSONB -> scalar(Json::new);
            case ENUM -> scalar(text -> label(type.javaType(), text));
            case ARRAY -> array(of(Objects.requireNonNull(type.element(), "an array has elements")));
            case INTERVAL -> interval(scalar(BigDecimal::new));
            case INT4RANGE, INT8RANGE, NUMRANGE, DATERANGE, TSRANGE, TSTZRANGE ->
                range(of(Objects.requireNonNull(type.element(), "a range has ends")));
            case ROW ->
                throw new StatementException("a whole row cannot be part of a nested collection; select columns");
        };
    }

    private static JsonDecoder scalar(Function<String, Object> parse) {
        return cursor -> {
            String text = cursor.scalar();
            return text == null ? null : parse.apply(text);
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the class of an enum type is an enum
    private static Object label(Class<?> type, String label) {
        return Enum.valueOf((Class) type, label);
    }

    private static JsonDecoder array(JsonDecoder element) {
        return cursor -> {
            if (cursor.takeNull()) {
                return null;
            }
            return Collections.unmodifiableList(elements(element, cursor));
        };
    }

    private static List<@Nullable Object> elements(JsonDecoder element, JsonCursor cursor) {
        List<@Nullable Object> elements = new ArrayList<>();
        cursor.open();
        while (cursor.hasNext()) {
            elements.add(element.read(cursor));
        }
        return elements;
    }

    /** Months, days and microseconds. */
    private static JsonDecoder interval(JsonDecoder number) {
        return cursor -> {
            List<@Nullable Object> parts = elements(number, cursor);
            if (!(parts.get(0) instanceof BigDecimal months)
                    || !(parts.get(1) instanceof BigDecimal days)
                    || !(parts.get(2) instanceof BigDecimal microseconds)) {
                return null;
            }
            return new Interval(months.intValueExact(), days.intValueExact(), microseconds.longValueExact());
        };
    }

    /** Both ends, whether each belongs to it, whether it is empty. */
    private static JsonDecoder range(JsonDecoder end) {
        JsonDecoder flag = scalar(Boolean::valueOf);
        return cursor -> {
            cursor.open();
            Object lower = next(cursor, end);
            Object upper = next(cursor, end);
            Object includesLower = next(cursor, flag);
            Object includesUpper = next(cursor, flag);
            Object isEmpty = next(cursor, flag);
            if (cursor.hasNext()) {
                throw cursor.unexpected("the end of a range");
            }
            if (isEmpty == null) {
                return null;
            }
            return (Boolean) isEmpty
                    ? Range.empty()
                    : new Range<>(
                            lower,
                            upper,
                            Boolean.TRUE.equals(includesLower),
                            Boolean.TRUE.equals(includesUpper),
                            false);
        };
    }

    private static @Nullable Object next(JsonCursor cursor, JsonDecoder decoder) {
        if (!cursor.hasNext()) {
            throw cursor.unexpected("another value");
        }
        return decoder.read(cursor);
    }
}
