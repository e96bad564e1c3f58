package io.sluice.codec;

import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.Statement;
import io.sluice.type.Kind;
import io.sluice.type.SqlType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values as any R2DBC driver should take and give them; a driver's own codec overrides what it does otherwise. */
public class StandardCodec implements Codec {

    private static final Set<Object> INFINITE = Set.of(
            LocalDate.MAX,
            LocalDate.MIN,
            LocalDateTime.MAX,
            LocalDateTime.MIN,
            Instant.MAX,
            Instant.MIN,
            OffsetDateTime.MAX,
            OffsetDateTime.MIN);

    public StandardCodec() {}

    @Override
    public final void bind(Statement statement, int index, @Nullable Object value, SqlType<?> type) {
        bindStored(statement, index, value == null ? null : DomainValues.toDatabase(type, value), type.storage());
    }

    /** Binds a value of a type that the database has. */
    protected void bindStored(Statement statement, int index, @Nullable Object value, SqlType<?> type) {
        if (value == null) {
            statement.bindNull(index, driverClass(type));
        } else {
            statement.bind(index, toDriver(value, type));
        }
    }

    @Override
    public final ColumnReader reader(SqlType<?> declared, ColumnMetadata actual) {
        ColumnReader reader = storageReader(declared.storage(), actual);
        if (!declared.isMapped()) {
            return reader;
        }
        return (row, index) -> {
            Object stored = reader.read(row, index);
            try {
                return stored == null ? null : DomainValues.toJava(declared, stored);
            } catch (ReadException e) {
                throw e.of(actual.getName());
            }
        };
    }

    /** A reader for a type that the database has. */
    protected ColumnReader storageReader(SqlType<?> declared, ColumnMetadata actual) {
        return (row, index) -> converted(row, index, declared, actual);
    }

    /** The value as the driver likes it; the other way round from {@link #storageReader}. */
    protected Object toDriver(Object value, SqlType<?> type) {
        return switch (type.kind()) {
            case ARRAY -> toDriverArray((List<?>) value, elementOf(type));
            case ENUM -> ((Enum<?>) value).name();
            case JSON, JSONB, INTERVAL, INT4RANGE, INT8RANGE, NUMRANGE, DATERANGE, TSRANGE, TSTZRANGE ->
                value.toString();
            case BYTEA -> java.nio.ByteBuffer.wrap((byte[]) value);
            case CHAR, VARCHAR, TEXT -> {
                Characters.requireWhole((String) value);
                yield value;
            }
            case DATE -> finite(value);
            // what databases would cut off or round, each in its own way
            case TIME -> ((LocalTime) value).truncatedTo(ChronoUnit.MICROS);
            case TIMESTAMP -> ((LocalDateTime) finite(value)).truncatedTo(ChronoUnit.MICROS);
            case TIMESTAMPTZ ->
                value instanceof Instant
                        ? ((Instant) finite(value)).truncatedTo(ChronoUnit.MICROS)
                        : ((OffsetDateTime) finite(value)).truncatedTo(ChronoUnit.MICROS);
            default -> value;
        };
    }

    /** Infinity, as MAX and MIN mean, is what only PostgreSQL has. */
    private static Object finite(Object date) {
        if (INFINITE.contains(date)) {
            throw new BindException(
                    "MAX and MIN of a date mean infinity, which this database does not have; use NULL, or a date far away");
        }
        return date;
    }

    /** The class that tells the driver the type of a NULL or of an array. */
    protected Class<?> driverClass(SqlType<?> type) {
        return switch (type.kind()) {
            case ARRAY -> driverClass(elementOf(type)).arrayType();
            case ENUM, JSON, JSONB, INTERVAL, INT4RANGE, INT8RANGE, NUMRANGE, DATERANGE, TSRANGE, TSTZRANGE ->
                String.class;
            case BYTEA -> java.nio.ByteBuffer.class;
            default -> type.javaType();
        };
    }

    /** An array as the driver likes it. */
    @SuppressWarnings("NullAway") // the elements of an array made by its class may be null
    protected Object toDriverArray(List<?> values, SqlType<?> element) {
        Object[] array = (Object[]) java.lang.reflect.Array.newInstance(driverClass(element.storage()), values.size());
        for (int i = 0; i < array.length; i++) {
            Object value = values.get(i);
            array[i] = value == null ? null : toDriver(DomainValues.toDatabase(element, value), element.storage());
        }
        return array;
    }

    protected static SqlType<?> elementOf(SqlType<?> type) {
        return Objects.requireNonNull(type.element(), "an array or range has elements");
    }

    private static @Nullable Object converted(Row row, int index, SqlType<?> declared, ColumnMetadata actual) {
        Object raw = row.get(index);
        return raw == null ? null : Conversions.to(declared, raw, actual.getName());
    }

    /** Whether a value of the driver is of the declared Java type already. */
    protected static boolean isPlain(Kind kind) {
        return switch (kind) {
            case BOOLEAN,
                    SMALLINT,
                    INTEGER,
                    BIGINT,
                    NUMERIC,
                    REAL,
                    DOUBLE,
                    CHAR,
                    VARCHAR,
                    TEXT,
                    DATE,
                    TIME,
                    TIMESTAMP,
                    UUID -> true;
            default -> false;
        };
    }
}
