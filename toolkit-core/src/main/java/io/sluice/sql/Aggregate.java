package io.sluice.sql;

import io.sluice.sql.tree.Call;
import io.sluice.sql.tree.Call.Windowed;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FunctionName;
import io.sluice.sql.tree.SortKey;
import io.sluice.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A value made of many rows: {@code count(ORDERS.id).distinct().filter(ORDERS.status.eq("paid"))}. */
public record Aggregate<T>(Call.Aggregate node, SqlType<T> type) implements Expression<T> {

    static <T> Aggregate<T> of(String name, SqlType<T> type, Expr... arguments) {
        return of(FunctionName.common(name), type, arguments);
    }

    static <T> Aggregate<T> of(FunctionName name, SqlType<T> type, Expr... arguments) {
        return new Aggregate<>(new Call.Aggregate(name, List.of(arguments), false, List.of(), null), type);
    }

    /** Takes each value once. */
    public Aggregate<T> distinct() {
        return new Aggregate<>(
                new Call.Aggregate(node.name(), node.arguments(), true, node.orderBy(), node.filter()), type);
    }

    /** Takes only rows for which this holds; said again, both must hold. */
    public Aggregate<T> filter(Expression<Boolean> condition) {
        Expr both = node.filter() == null
                ? condition.node()
                : Condition.join(true, new Condition(node.filter()), condition).node();
        return new Aggregate<>(
                new Call.Aggregate(node.name(), node.arguments(), node.isDistinct(), node.orderBy(), both), type);
    }

    /** The order in which values are taken, where that matters. */
    public Aggregate<T> orderBy(Sortable... terms) {
        List<SortKey> keys = new ArrayList<>(node.orderBy());
        Arrays.stream(terms).map(term -> term.ordering().key()).forEach(keys::add);
        return new Aggregate<>(
                new Call.Aggregate(node.name(), node.arguments(), node.isDistinct(), List.copyOf(keys), node.filter()),
                type);
    }

    /** Computes it for each row over the rows of a window. */
    public Expression<T> over(Window window) {
        return new Typed<>(new Windowed(node, null, window.node()), type);
    }

    /** Over a window that the statement declares. */
    public Expression<T> over(String windowName) {
        return new Typed<>(new Windowed(node, Names.require(windowName, "a window's name"), null), type);
    }
}
