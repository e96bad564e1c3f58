package io.sluice.sql;

import io.sluice.sql.tree.Atom.ColumnRef;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.SortKey;
import io.sluice.type.SqlType;
import java.util.List;

/** An expression with a name in the result. ORDER BY calls it by that name; anywhere else it is the expression. */
public record Labelled<T>(Expression<T> expression, String label) implements Expression<T> {

    public Labelled {
        Names.require(label, "a label");
    }

    @Override
    public Expr node() {
        return expression.node();
    }

    @Override
    public SqlType<T> type() {
        return expression.type();
    }

    @Override
    public Labelled<T> as(String other) {
        return new Labelled<>(expression, other);
    }

    @Override
    public Ordering asc() {
        return new Ordering(new SortKey(new ColumnRef(null, label), type(), false, null));
    }

    @Override
    public Ordering desc() {
        return new Ordering(new SortKey(new ColumnRef(null, label), type(), true, null));
    }

    @Override
    public List<ResultItem> resultItems() {
        return List.of(new ResultItem(node(), label, type()));
    }
}
