package io.sluice.dialect;

import io.sluice.sql.StatementException;
import io.sluice.type.SqlType;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Types by the names that most databases know. */
final class TypeNames {

    private TypeNames() {}

    static String standard(
            SqlType<?> type, Function<SqlType<?>, String> ofElement, BiConsumer<String, StringBuilder> appendName) {
        return switch (type.kind()) {
            case BOOLEAN -> "boolean";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case NUMERIC -> type.length() < 0 ? "numeric" : "numeric(" + type.length() + ", " + type.scale() + ")";
            case REAL -> "real";
            case DOUBLE -> "double precision";
            case CHAR -> "char(" + type.length() + ")";
            case VARCHAR -> "varchar(" + type.length() + ")";
            case TEXT -> "text";
            case BYTEA -> "bytea";
            case DATE -> "date";
            case TIME -> "time";
            case TIMESTAMP -> "timestamp";
            case TIMESTAMPTZ -> "timestamp with time zone";
            case ENUM, OTHER -> named(Objects.requireNonNull(type.name(), "such a type has a name"), appendName);
            case ARRAY ->
                ofElement.apply(Objects.requireNonNull(type.element(), "an array type has an element")) + "[]";
            case ROW -> throw new StatementException("a whole row is not a type of the database; select its columns");
            case INTERVAL,
                    UUID,
                    JSON,
                    JSONB,
                    INET,
                    INT4RANGE,
                    INT8RANGE,
                    NUMRANGE,
                    DATERANGE,
                    TSRANGE,
                    TSTZRANGE,
                    TSVECTOR,
                    TSQUERY -> type.kind().name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static String named(String name, BiConsumer<String, StringBuilder> appendName) {
        var sql = new StringBuilder();
        appendName.accept(name, sql);
        return sql.toString();
    }
}
