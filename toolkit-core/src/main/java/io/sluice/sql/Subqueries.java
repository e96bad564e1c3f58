package io.sluice.sql;

import io.sluice.sql.tree.Atom.ColumnRef;
import io.sluice.sql.tree.CompoundNode;
import io.sluice.sql.tree.QueryNode;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.SelectNode;
import io.sluice.sql.tree.StatementNode;
import io.sluice.type.SqlType;
import java.util.ArrayList;
import java.util.List;

/** What a query must be to stand inside another. */
final class Subqueries {

    private Subqueries() {}

    static QueryNode of(Query<?> query, String where) {
        if (query.tree() instanceof QueryNode node) {
            return node;
        }
        throw new StatementException(
                "%s(…) takes a query that only reads; give the change a name with asCte(…) and select from that"
                        .formatted(where));
    }

    static QueryNode oneColumn(Query<?> query, String where) {
        singleType(query.resultItems());
        return of(query, where);
    }

    /** The type of the one column. */
    @SuppressWarnings("unchecked") // a query of one column is typed by it
    static <T> SqlType<T> singleType(List<ResultItem> items) {
        if (items.size() != 1) {
            throw new StatementException(
                    "a query used as a value must select one column, not %d".formatted(items.size()));
        }
        return (SqlType<T>) items.get(0).type();
    }

    static void requireSameColumns(List<ResultItem> left, List<ResultItem> right, String operator) {
        if (left.size() != right.size()) {
            throw new StatementException("%s(…): the first query selects %d columns and the second %d"
                    .formatted(operator, left.size(), right.size()));
        }
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i).type().javaType() != right.get(i).type().javaType()) {
                throw new StatementException(
                        "%s(…): column %d (%s) is %s in the first query and %s in the second; cast one of them"
                                .formatted(
                                        operator,
                                        i + 1,
                                        RowLayout.nameOf(left.get(i), i),
                                        left.get(i).type(),
                                        right.get(i).type()));
            }
        }
    }

    /** The query with a label for every column that the database would name in its own way. */
    static StatementNode labelled(StatementNode query) {
        if (query instanceof SelectNode select) {
            var projection = select.projection();
            return new SelectNode(
                    select.with(),
                    new SelectNode.Projection(
                            projection.distinct(), projection.distinctOn(), labelled(projection.items())),
                    select.from(),
                    select.where(),
                    select.grouping(),
                    select.tail(),
                    select.locks());
        }
        if (query instanceof CompoundNode compound) {
            return new CompoundNode(
                    compound.with(),
                    (QueryNode) labelled(compound.first()),
                    compound.parts(),
                    compound.tail(),
                    compound.items());
        }
        return query;
    }

    private static List<ResultItem> labelled(List<ResultItem> items) {
        List<ResultItem> labelled = new ArrayList<>();
        for (ResultItem item : items) {
            boolean isNamed = item.label() != null || item.expression() instanceof ColumnRef;
            labelled.add(
                    isNamed
                            ? item
                            : new ResultItem(item.expression(), RowLayout.nameOf(item, labelled.size()), item.type()));
        }
        return List.copyOf(labelled);
    }
}
