package io.sluice.dialect.mysql;

import io.sluice.dialect.DefinitionCompiler;
import io.sluice.dialect.SqlWriter;
import io.sluice.dialect.StatementCompiler;
import io.sluice.dialect.mariadb.MariadbDialect;
import io.sluice.type.Kind;
import io.sluice.type.SqlType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** MySQL, from version 8.0.31 on, as far as its manual goes: its SQL is compared as text, and was never run on a server. */
public final class MysqlDialect extends MariadbDialect {
    private static final List<String> MORE_WORDS = List.of("""
            cume_dist dense_rank empty first_value generated get io_after_gtids io_before_gtids json_table lag last_value
            lead library manual master_bind nth_value ntile optimizer_costs parallel percent_rank rank stored virtual
            """.strip().split("\\s+"));

    private final Set<String> reservedWords = new HashSet<>(super.reservedWords());

    public MysqlDialect() {
        super("MySQL");
        reservedWords.addAll(MORE_WORDS);
    }

    @Override
    public boolean isSpokenBy(String databaseName) {
        return databaseName.equals("MySQL");
    }

    @Override
    protected StatementCompiler compiler(SqlWriter out) {
        return new MysqlCompiler(this, out);
    }

    @Override
    protected DefinitionCompiler definitions() {
        return new MysqlDefinitions(this);
    }

    @Override
    protected Set<String> reservedWords() {
        return reservedWords;
    }

    @Override
    public String typeName(SqlType<?> type) {
        return type.kind() == Kind.UUID ? "char(36)" : super.typeName(type);
    }
}
