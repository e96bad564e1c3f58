package io.sluice.dialect.h2;

import io.sluice.dialect.DefinitionCompiler;
import io.sluice.dialect.Dialect;
import io.sluice.dialect.Literals;
import io.sluice.dialect.SqlWriter;
import io.sluice.dialect.StatementCompiler;
import io.sluice.sql.StatementException;
import io.sluice.type.Kind;
import io.sluice.type.SqlType;
import java.util.Objects;
import java.util.Set;

/** H2, from version 2.4 on, in its regular mode. */
public final class H2Dialect extends Dialect {
    /** H2 has no exact number without bounds: its {@code numeric} alone has no digits after the point. */
    static final int DIGITS = 60;

    public H2Dialect() {
        super("H2");
    }

    @Override
    public boolean isSpokenBy(String databaseName) {
        return databaseName.equals("H2");
    }

    @Override
    protected StatementCompiler compiler(SqlWriter out) {
        return new H2Compiler(this, out);
    }

    @Override
    protected DefinitionCompiler definitions() {
        return new H2Definitions(this);
    }

    @Override
    protected Literals literals() {
        return new H2Literals(this);
    }

    @Override
    protected Set<String> reservedWords() {
        return H2Words.RESERVED;
    }

    @Override
    protected void appendPlaceholder(int index, StringBuilder sql) {
        sql.append('?').append(index + 1);
    }

    @Override
    protected int mostParameters() {
        return 100_000;
    }

    @Override
    protected int longestName() {
        return 256;
    }

    @Override
    protected void requireName(String identifier) {
        super.requireName(identifier);
        if (identifier.indexOf(';') >= 0) {
            throw notAName(identifier, "its driver ends a statement at a semicolon, also between quotes");
        }
    }

    @Override
    public String typeName(SqlType<?> type) {
        return switch (type.kind()) {
            case TEXT -> "varchar";
            case BYTEA -> "varbinary";
            case NUMERIC -> type.length() < 0 ? "decfloat(" + DIGITS + ")" : super.typeName(type);
            case JSONB -> "json";
            case TIMESTAMP -> "timestamp(6)";
            case TIMESTAMPTZ -> "timestamp(6) with time zone";
            case TIME -> "time(6)";
            case ARRAY -> elementName(Objects.requireNonNull(type.element(), "an array has elements")) + " array";
            case INTERVAL -> throw unknown(type, "keep its months, days and seconds in numbers");
            case INET, TSVECTOR, TSQUERY -> throw unknown(type, "keep it as text");
            case INT4RANGE, INT8RANGE, NUMRANGE, DATERANGE, TSRANGE, TSTZRANGE ->
                throw unknown(type, "keep its two ends in columns of their own");
            default -> super.typeName(type);
        };
    }

    /** A domain, as enums are here, cannot be an array's element. */
    private String elementName(SqlType<?> type) {
        return type.kind() == Kind.ENUM ? enumOfLabels(type) : typeName(type);
    }

    private StatementException unknown(SqlType<?> type, String insteadDo) {
        return new StatementException("%s has no type %s; %s".formatted(name(), type, insteadDo));
    }
}
