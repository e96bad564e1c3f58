package io.sluice.dialect.h2;

import io.sluice.dialect.Dialect;
import io.sluice.dialect.ReservedWords;
import io.sluice.dialect.SqlWriter;
import io.sluice.dialect.StatementCompiler;
import io.sluice.type.SqlType;
import java.util.Objects;
import java.util.Set;

/** H2, from version 2.2 on. */
public final class H2Dialect extends Dialect {

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
    protected Set<String> reservedWords() {
        return ReservedWords.STANDARD;
    }

    @Override
    protected int longestName() {
        return 256;
    }

    @Override
    public String typeName(SqlType<?> type) {
        return switch (type.kind()) {
            case TEXT -> "varchar";
            case BYTEA -> "varbinary";
            case JSONB -> "json";
            case TIMESTAMP -> "timestamp(6)";
            case TIMESTAMPTZ -> "timestamp(6) with time zone";
            case TIME -> "time(6)";
            case ARRAY -> typeName(Objects.requireNonNull(type.element(), "an array has elements")) + " array";
            default -> super.typeName(type);
        };
    }
}
