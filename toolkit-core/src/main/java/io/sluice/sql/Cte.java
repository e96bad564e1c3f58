package io.sluice.sql;

import io.sluice.sql.tree.CommonTable;
import io.sluice.sql.tree.CompoundNode.SetOperator;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.SourceNode.CommonRef;
import io.sluice.sql.tree.StatementNode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A query under a name, declared by {@link Sql#with} and used in FROM as often as needed. */
public final class Cte extends Carried {
    private final @Nullable CommonTable definition;

    private Cte(CommonRef node, @Nullable CommonTable definition, List<Field<?>> fields) {
        super(node, fields);
        this.definition = definition;
    }

    static Cte of(String name, Query<?> query) {
        List<Field<?>> fields = fieldsOf(query.resultItems());
        return define(name, fields, query.tree(), false);
    }

    static <R> Cte recursive(
            String name, RowQuery<R> base, SetOperator operator, Function<? super Cte, ? extends Query<R>> step) {
        List<ResultItem> items = base.resultItems();
        List<Field<?>> fields = fieldsOf(items);
        var self = new Cte(new CommonRef(Names.require(name, "a common table's name"), null), null, fields);
        return define(
                name, fields, Compound.of(base, operator, step.apply(self)).tree(), true);
    }

    private static Cte define(String name, List<Field<?>> fields, StatementNode query, boolean isRecursive) {
        Names.require(name, "a common table's name");
        var definition = new CommonTable(name, namesOf(fields), query, isRecursive, null);
        return new Cte(new CommonRef(name, null), definition, fields);
    }

    /** Asks the planner to compute it once and keep the rows, or with {@code false} to fold it into the query. */
    public Cte materialized(boolean materialized) {
        CommonTable old = definition();
        return new Cte(
                (CommonRef) sourceNode(),
                new CommonTable(old.name(), old.columns(), old.query(), old.isRecursive(), materialized),
                fields());
    }

    /** The same rows under another name, for a join with itself. */
    public Cte as(String alias) {
        return new Cte(
                new CommonRef(((CommonRef) sourceNode()).name(), Names.require(alias, "an alias")),
                definition,
                fields());
    }

    CommonTable definition() {
        if (definition == null) {
            throw new StatementException(
                    "%s stands for the common table inside its own definition; use it only in the step"
                            .formatted(this));
        }
        return definition;
    }
}
