package io.sluice.dialect.postgresql;

import io.sluice.dialect.DefinitionCompiler;
import io.sluice.dialect.Dialect;
import io.sluice.dialect.Literals;
import io.sluice.dialect.ReservedWords;
import io.sluice.dialect.SqlWriter;
import io.sluice.dialect.StatementCompiler;
import java.util.Set;

/** PostgreSQL, from version 13 on. */
public final class PostgresqlDialect extends Dialect {

    public PostgresqlDialect() {
        super("PostgreSQL");
    }

    @Override
    public boolean isSpokenBy(String databaseName) {
        return databaseName.equals("PostgreSQL");
    }

    @Override
    protected StatementCompiler compiler(SqlWriter out) {
        return new PostgresqlCompiler(this, out);
    }

    @Override
    protected DefinitionCompiler definitions() {
        return new PostgresqlDefinitions(this);
    }

    @Override
    protected Literals literals() {
        return new PostgresqlLiterals(this);
    }

    @Override
    public boolean definesInTransactions() {
        return true;
    }

    @Override
    protected Set<String> reservedWords() {
        return ReservedWords.STANDARD;
    }
}
