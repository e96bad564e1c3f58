package io.sluice.dialect.postgresql;

import io.sluice.dialect.Literals;
import io.sluice.type.Family;
import io.sluice.type.SqlType;
import java.time.LocalDateTime;
import java.util.List;

/** Values as PostgreSQL reads them. Types that travel as text are texts here too: their compiler casts them. */
final class PostgresqlLiterals extends Literals {

    PostgresqlLiterals(PostgresqlDialect dialect) {
        super(dialect);
    }

    @Override
    protected String stored(SqlType<?> type, Object value) {
        return type.family() == Family.RANGE
                ? string(value.toString())
                : type.family() == Family.INTERVAL
                        ? "CAST(" + string(value.toString()) + " AS interval)"
                        : super.stored(type, value);
    }

    /** With backslashes doubled and a word that says so, whatever {@code standard_conforming_strings} is. */
    @Override
    protected String string(String text) {
        String quoted = super.string(text);
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    @Override
    protected String binary(String hex) {
        return "CAST(" + string("\\x" + hex) + " AS bytea)";
    }

    @Override
    protected String instant(LocalDateTime utc) {
        return "TIMESTAMPTZ '" + timestamp(utc) + "+00'";
    }

    /** An array of nothing has no type, unless it is told. */
    @Override
    protected String array(SqlType<?> element, List<?> values) {
        return "CAST(" + super.array(element, values) + " AS " + dialect.typeName(element) + "[])";
    }
}
