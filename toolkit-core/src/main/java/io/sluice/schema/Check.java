package io.sluice.schema;

import io.sluice.sql.Expression;
import io.sluice.sql.tree.Expr;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A condition over the columns of a table that no row may break; unknown is no breach. */
public final class Check implements TablePart, Constraint {
    private final Expr condition;
    private final @Nullable String name;

    private Check(Expr condition, @Nullable String name) {
        this.condition = condition;
        this.name = name;
    }

    public static Check of(Expression<Boolean> condition) {
        return new Check(Objects.requireNonNull(condition, "condition").node(), null);
    }

    public Check named(String name) {
        TableName.requireName(name, "a check's name");
        return new Check(condition, name);
    }

    Expr condition() {
        return condition;
    }

    @Nullable
    String name() {
        return name;
    }
}
