package io.sluice.sql;

import io.sluice.sql.tree.Atom.ColumnRef;
import io.sluice.sql.tree.Call;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.Qualifier;
import org.jspecify.annotations.Nullable;

/** How messages name an expression. */
final class Description {

    private Description() {}

    static String of(Expr expression) {
        if (expression instanceof ColumnRef column) {
            return column.source() == null ? column.name() : of(column.source()) + "." + column.name();
        }
        if (expression instanceof Call.Function function) {
            return function.name().name() + "(…)";
        }
        if (expression instanceof Call.Aggregate aggregate) {
            return aggregate.name().name() + "(…)";
        }
        return "expression";
    }

    static String of(@Nullable Qualifier qualifier) {
        if (qualifier == null) {
            return "the result";
        }
        return qualifier.schema() == null ? qualifier.name() : qualifier.schema() + "." + qualifier.name();
    }
}
