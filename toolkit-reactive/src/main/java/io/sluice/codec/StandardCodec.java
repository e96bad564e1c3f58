package io.sluice.codec;

import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.Statement;
import io.sluice.type.Kind;
import io.sluice.type.SqlType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values as any R2DBC driver should take and give them; a driver's own codec overrides what it does otherwise. */
public class StandardCodec implements Codec {

    public StandardCodec() {}

    @Override
    public final void bind(Statement statement, int index, @Nullable Object value, SqlType<?> type) {
        SqlType<?> storage = type.storage();
        if (value == null) {
            statement.bindNull(index, driverClass(storage));
        } else {
            statement.bind(index, toDriver(type.toDatabase(value), storage));
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
            return stored == null ? null : declared.toJava(stored);
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
            default -> value;
        };
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

    @SuppressWarnings("NullAway") // the elements of an array made by its class may be null
    private Object toDriverArray(List<?> values, SqlType<?> element) {
        Object[] array = (Object[]) java.lang.reflect.Array.newInstance(driverClass(element.storage()), values.size());
        for (int i = 0; i < array.length; i++) {
            Object value = values.get(i);
            array[i] = value == null ? null : toDriver(element.toDatabase(value), element.storage());
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
