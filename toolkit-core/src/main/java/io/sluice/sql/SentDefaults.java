package io.sluice.sql;

import io.sluice.sql.tree.Assignment;
import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Atom.Param;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.InsertNode;
import io.sluice.sql.tree.InsertNode.FromQuery;
import io.sluice.sql.tree.InsertNode.Rows;
import io.sluice.sql.tree.QueryNode;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.SelectNode;
import io.sluice.sql.tree.SelectNode.Projection;
import io.sluice.sql.tree.Supplied;
import io.sluice.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a change sends by itself, for columns with a default that it does not mention. */
final class SentDefaults {

    private SentDefaults() {}

    /** Those of the defaults whose columns are not mentioned. */
    static List<Assignment> missing(List<ColumnValue> defaults, Collection<String> mentioned) {
        if (defaults.isEmpty()) {
            return List.of();
        }
        return defaults.stream()
                .map(ColumnValue::assignment)
                .filter(assignment -> !mentioned.contains(assignment.column()))
                .toList();
    }

    /** Assignments and, after them, the defaults of columns that they do not mention. */
    static List<Assignment> completed(List<Assignment> assignments, List<ColumnValue> defaults) {
        List<Assignment> missing =
                missing(defaults, assignments.stream().map(Assignment::column).toList());
        return missing.isEmpty() ? assignments : joined(assignments, missing);
    }

    static <E> List<E> joined(List<? extends E> first, List<? extends E> more) {
        List<E> all = new ArrayList<>(first);
        all.addAll(more);
        return List.copyOf(all);
    }

    static List<String> columns(List<Assignment> assignments) {
        return assignments.stream().map(Assignment::column).toList();
    }

    static List<Expr> values(List<Assignment> assignments) {
        return assignments.stream().map(Assignment::value).toList();
    }

    /** One value would go to all rows, and a default that is made is another for each. */
    static void requireNoneMade(List<Assignment> missing, String clause) {
        for (Assignment assignment : missing) {
            if (assignment.value() instanceof Bind bind && bind.value() instanceof Supplied supplied) {
                throw new StatementException(
                        "%s: %s has a default that is made for each row, and these rows are made in the database; set it there"
                                .formatted(clause, supplied.column()));
            }
        }
    }

    /** The query with values that are the same for all its rows. */
    static FromQuery selecting(QueryNode query, List<Assignment> missing) {
        requireNoneMade(missing, "from(…)");
        if (!(query instanceof SelectNode select)) {
            throw new StatementException(
                    "from(…): %s has a default, and this query cannot be given one column more; name it in columns(…) and select a value for it"
                            .formatted(missing.get(0).column()));
        }
        List<ResultItem> items = missing.stream()
                .map(assignment -> new ResultItem(assignment.value(), null, ((Bind) assignment.value()).type()))
                .toList();
        Projection old = select.projection();
        return new FromQuery(new SelectNode(
                select.with(),
                new Projection(old.distinct(), old.distinctOn(), joined(old.items(), items)),
                select.from(),
                select.where(),
                select.grouping(),
                select.tail(),
                select.locks()));
    }

    /** The insert with a parameter for each value that is made, and a binding that makes it for each set. */
    static <P> InsertNode perSet(InsertNode insert, List<Binding<P>> bindings) {
        if (!(insert.origin() instanceof Rows rows) || rows.rows().size() != 1) {
            return insert;
        }
        List<Expr> row = new ArrayList<>(rows.rows().get(0));
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i) instanceof Bind bind && bind.value() instanceof Supplied supplied) {
                var param = new Param("the default of " + supplied.column(), bind.type());
                row.set(i, param);
                bindings.add(Binding.made(param, supplied));
            }
        }
        return new InsertNode(
                insert.with(),
                insert.table(),
                insert.columns(),
                new Rows(Chain.of(List.copyOf(row))),
                insert.conflict(),
                insert.returning());
    }

    static Object made(Supplied supplied, SqlType<?> type) {
        Object value = supplied.supplier().get();
        if (!type.javaType().isInstance(value)) {
            throw new StatementException("%s: the supplier of its default gave %s, and its values are %s"
                    .formatted(
                            supplied.column(),
                            value == null ? "null" : value.getClass().getName(),
                            type.javaType().getName()));
        }
        return value;
    }
}
