package io.sluice.driver.postgresql;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.ColumnMetadata;
import io.sluice.codec.ColumnReader;
import io.sluice.codec.Conversions;
import io.sluice.codec.ReadException;
import io.sluice.codec.StandardCodec;
import io.sluice.type.Interval;
import io.sluice.type.Kind;
import io.sluice.type.SqlType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values through r2dbc-postgresql. Results come in binary, where the driver reads a type it does not know as if its
 * bytes were text and says nothing; so a column is only read if its actual type is one of those known to be right.
 */
final class PostgresqlCodec extends StandardCodec {
    private static final Set<String> WITH_BINARY_CODEC = Set.of(
            "BOOL",
            "INT2",
            "INT4",
            "INT8",
            "OID",
            "FLOAT4",
            "FLOAT8",
            "NUMERIC",
            "TEXT",
            "VARCHAR",
            "BPCHAR",
            "NAME",
            "CHAR",
            "BYTEA",
            "DATE",
            "TIME",
            "TIMESTAMP",
            "TIMESTAMPTZ",
            "UUID",
            "JSON",
            "JSONB",
            "BOOL_ARRAY",
            "INT2_ARRAY",
            "INT4_ARRAY",
            "INT8_ARRAY",
            "FLOAT4_ARRAY",
            "FLOAT8_ARRAY",
            "NUMERIC_ARRAY",
            "TEXT_ARRAY",
            "VARCHAR_ARRAY",
            "BPCHAR_ARRAY",
            "CHAR_ARRAY",
            "DATE_ARRAY",
            "TIME_ARRAY",
            "TIMESTAMP_ARRAY",
            "TIMESTAMPTZ_ARRAY",
            "UUID_ARRAY");

    @Override
    protected ColumnReader storageReader(SqlType<?> declared, ColumnMetadata actual) {
        String name = actual.getName();
        if (declared.kind() == Kind.ENUM) {
            // an enum's binary form is its label
            return (row, index) -> {
                String label = row.get(index, String.class);
                return label == null ? null : Conversions.to(declared, label, name);
            };
        }
        String type = actual.getType().getName().toUpperCase(java.util.Locale.ROOT);
        if (!WITH_BINARY_CODEC.contains(type)) {
            throw new ReadException(
                    "column %s is of PostgreSQL's type %s, which cannot be read as %s; cast it, to text for example"
                            .formatted(name, type.toLowerCase(java.util.Locale.ROOT), declared));
        }
        return switch (declared.kind()) {
            case TIMESTAMPTZ -> (row, index) -> timestamp(row.get(index, Instant.class), declared);
            case JSON, JSONB -> (row, index) -> json(row.get(index, Json.class));
            case BYTEA ->
                (row, index) -> {
                    Object raw = row.get(index);
                    return raw == null ? null : Conversions.to(declared, raw, name);
                };
            default -> super.storageReader(declared, actual);
        };
    }

    private static @Nullable Object timestamp(@Nullable Instant instant, SqlType<?> declared) {
        return instant == null || declared.javaType() == Instant.class ? instant : instant.atOffset(ZoneOffset.UTC);
    }

    /** The driver's own {@code asString} reads UTF-8 by the charset of the JVM, which need not be that. */
    private static io.sluice.type.@Nullable Json json(@Nullable Json json) {
        return json == null ? null : new io.sluice.type.Json(new String(json.asArray(), StandardCharsets.UTF_8));
    }

    @Override
    protected Object toDriver(Object value, SqlType<?> type) {
        if (value instanceof Interval interval) {
            return parts(interval);
        }
        return super.toDriver(value, type);
    }

    /** Not by its text or a duration: the driver reads a negative fraction as a positive one, and makes days of hours. */
    private static io.r2dbc.postgresql.codec.Interval parts(Interval interval) {
        long seconds = interval.microseconds() / 1_000_000;
        return io.r2dbc.postgresql.codec.Interval.of(
                interval.months() / 12,
                interval.months() % 12,
                interval.days(),
                Math.toIntExact(seconds / 3_600),
                (int) (seconds / 60 % 60),
                (int) (seconds % 60),
                (int) (interval.microseconds() % 1_000_000));
    }

    @Override
    protected Class<?> driverClass(SqlType<?> type) {
        return type.kind() == Kind.INTERVAL ? io.r2dbc.postgresql.codec.Interval.class : super.driverClass(type);
    }
}
