package io.sluice.dialect;

import io.sluice.sql.StatementException;
import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Supplied;
import io.sluice.type.SqlType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Values inside the text, for definitions, which take no parameters. What cannot be said exactly is refused. */
public class Literals {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    protected final Dialect dialect;

    protected Literals(Dialect dialect) {
        this.dialect = dialect;
    }

    final String of(Bind bind) {
        Object value = bind.value();
        if (value == null) {
            return "NULL";
        }
        if (value instanceof Supplied) {
            throw new StatementException(
                    "a value that is made when a statement runs has no place in a definition; use value(…)");
        }
        return of(bind.type(), value);
    }

    private String of(SqlType<?> type, Object value) {
        try {
            return stored(type.storage(), type.toDatabase(value));
        } catch (StatementException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StatementException(
                    "a value of type %s cannot be said in a definition: %s; look at what its type makes of it"
                            .formatted(type, e.getClass().getSimpleName()));
        }
    }

    /** A value of a type that is not mapped. */
    protected String stored(SqlType<?> type, Object value) {
        return switch (type.kind()) {
            case BOOLEAN -> (Boolean) value ? "TRUE" : "FALSE";
            case SMALLINT, INTEGER, BIGINT -> signed(Long.toString(((Number) value).longValue()));
            case NUMERIC -> signed(decimal((BigDecimal) value));
            case REAL, DOUBLE -> floating(type, ((Number) value).doubleValue(), value.toString());
            case CHAR, VARCHAR, TEXT, JSON, JSONB, INET, TSVECTOR, TSQUERY -> string(value.toString());
            case ENUM -> string(((Enum<?>) value).name());
            case BYTEA -> binary(HexFormat.of().formatHex((byte[]) value));
            case DATE -> "DATE '" + requireOrdinary((LocalDate) value) + "'";
            case TIME -> "TIME '" + time((LocalTime) value) + "'";
            case TIMESTAMP -> "TIMESTAMP '" + timestamp((LocalDateTime) value) + "'";
            case TIMESTAMPTZ -> instant(utc(value));
            case UUID -> "CAST(" + string(value.toString()) + " AS " + dialect.typeName(type) + ")";
            case ARRAY -> array(Objects.requireNonNull(type.element(), "an array has elements"), (List<?>) value);
            default ->
                throw new StatementException("%s cannot say a value of type %s in a definition; use template(…)"
                        .formatted(dialect.name(), type));
        };
    }

    /** Text in quotes, which are doubled inside. */
    protected String string(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new StatementException("a text in a definition has the character NUL, which no database keeps");
        }
        return "'" + text.replace("'", "''") + "'";
    }

    protected String binary(String hex) {
        return "X'" + hex + "'";
    }

    /** By its text, since a number with a point would be an exact one. */
    protected String floating(SqlType<?> type, double number, String text) {
        return "CAST('" + text + "' AS " + dialect.typeName(type) + ")";
    }

    protected String instant(LocalDateTime utc) {
        return "TIMESTAMP WITH TIME ZONE '" + timestamp(utc) + "+00:00'";
    }

    protected String array(SqlType<?> element, List<?> values) {
        return values.stream()
                .map(value -> value == null ? "NULL" : of(element, value))
                .collect(Collectors.joining(", ", "ARRAY[", "]"));
    }

    protected static String timestamp(LocalDateTime time) {
        requireOrdinary(time.toLocalDate());
        requireMicroseconds(time);
        return TIMESTAMP.format(time);
    }

    private static String time(LocalTime time) {
        requireMicroseconds(time);
        return TIME.format(time);
    }

    private static void requireMicroseconds(TemporalAccessor time) {
        if (time.get(ChronoField.NANO_OF_SECOND) % 1000 != 0) {
            throw new StatementException(
                    "a time with nanoseconds has no place in a definition, for databases keep microseconds; truncate it");
        }
    }

    private static LocalDateTime utc(Object value) {
        Instant instant = value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** A whole number with a point, or the database would count with it as with an integer. */
    private static String decimal(BigDecimal number) {
        String plain = number.toPlainString();
        return plain.indexOf('.') < 0 ? plain + "." : plain;
    }

    /** In parentheses, or a minus before it would begin a comment. */
    private static String signed(String number) {
        return number.startsWith("-") ? "(" + number + ")" : number;
    }

    private static LocalDate requireOrdinary(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new StatementException("a date of the year %d has no place in a definition; dates from 1 to 9999 have"
                    .formatted(date.getYear()));
        }
        return date;
    }
}
