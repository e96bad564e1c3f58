package io.sluice.dialect.mariadb;

import io.sluice.dialect.Dialect;
import io.sluice.dialect.Literals;
import io.sluice.sql.StatementException;
import io.sluice.type.Kind;
import io.sluice.type.SqlType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.HexFormat;

/** Values as MariaDB reads them, whatever its {@code sql_mode}. */
final class MariadbLiterals extends Literals {

    MariadbLiterals(Dialect dialect) {
        super(dialect);
    }

    @Override
    protected String stored(SqlType<?> type, Object value) {
        return type.kind() == Kind.UUID ? string(value.toString()) : super.stored(type, value);
    }

    /**
     * By its bytes if it has a backslash, which begins an escape or not, as {@code sql_mode} has it. By a function, for
     * MariaDB keeps the text of a check and would write down a literal with an introducer so that it cannot read it.
     */
    @Override
    protected String string(String text) {
        return text.indexOf('\\') < 0
                ? super.string(text)
                : "CONVERT(X'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "' USING utf8mb4)";
    }

    @Override
    protected String floating(SqlType<?> type, double number, String text) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new StatementException(
                    "%s has no number %s; use NULL, or the largest one".formatted(dialect.name(), text));
        }
        String written = text.indexOf('E') < 0 ? text + "E0" : text;
        return written.startsWith("-") ? "(" + written + ")" : written;
    }

    /** By its seconds, since text would be taken for a time in the session's zone. */
    @Override
    protected String instant(LocalDateTime utc) {
        timestamp(utc);
        return "FROM_UNIXTIME(%d.%06d)"
                .formatted(utc.toEpochSecond(ZoneOffset.UTC), utc.get(ChronoField.MICRO_OF_SECOND));
    }
}
