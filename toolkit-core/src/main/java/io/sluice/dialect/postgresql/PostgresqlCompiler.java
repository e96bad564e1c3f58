package io.sluice.dialect.postgresql;

import io.sluice.dialect.SqlWriter;
import io.sluice.dialect.StatementCompiler;
import io.sluice.sql.tree.Atom;
import io.sluice.type.Kind;
import io.sluice.type.SqlType;

/** Where PostgreSQL disagrees with {@link StatementCompiler}, which is seldom: most of its words are the ones shared. */
final class PostgresqlCompiler extends StatementCompiler {

    PostgresqlCompiler(PostgresqlDialect dialect, SqlWriter out) {
        super(dialect, out);
    }

    /** Values of these types travel as text, which the server takes for another type unless it is told. */
    @Override
    public void visitBind(Atom.Bind bind) {
        if (travelsAsText(bind.type())) {
            out.text("CAST(")
                    .value(bind)
                    .text(" AS ")
                    .text(dialect.typeName(bind.type()))
                    .text(")");
        } else {
            out.value(bind);
        }
    }

    private static boolean travelsAsText(SqlType<?> type) {
        SqlType<?> element = type.kind() == Kind.ARRAY ? type.element() : type;
        if (element == null) {
            return false;
        }
        return switch (element.family()) {
            case ENUM, JSON, RANGE, SEARCH -> true;
            default -> element.kind() == Kind.INET;
        };
    }
}
