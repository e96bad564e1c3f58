package io.sluice.driver.mariadb;

import io.sluice.codec.StandardCodec;
import io.sluice.type.Kind;
import io.sluice.type.SqlType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Where r2dbc-mariadb disagrees: it would say points in time by the clock of the JVM's zone; here they travel in UTC, as the session counts. */
final class MariadbCodec extends StandardCodec {

    @Override
    protected Object toDriver(Object value, SqlType<?> type) {
        return switch (type.kind()) {
            case TIMESTAMPTZ -> utc(value);
            case UUID -> value.toString();
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

    private static LocalDateTime utc(Object value) {
        Instant instant = value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
