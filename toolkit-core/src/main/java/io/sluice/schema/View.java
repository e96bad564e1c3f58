package io.sluice.schema;

import io.sluice.sql.Query;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.Atom.ColumnRef;
import io.sluice.sql.tree.DefinitionNode;
import io.sluice.sql.tree.Qualifier;
import io.sluice.sql.tree.ResultItem;

/**
 * A query that the database keeps under a name. It is used like a table; its columns are those of the query. In another
 * schema it is another view of the same tables.
 *
 * <pre>{@code
 * static final View PAID = View.of("paid_orders", select(ORDERS.id, ORDERS.totalCents).from(ORDERS).where(ORDERS.status.eq("paid")));
 * select(PAID.column(ORDERS.id)).from(PAID)
 * }</pre>
 */
public final class View extends Table {
    private final Query<?> query;

    private View(TableName name, Qualifier declaredAs, Query<?> query) {
        super(name, declaredAs);
        this.query = query;
    }

    public static View of(String name, Query<?> query) {
        return of(TableName.of(name), query);
    }

    public static View of(TableName name, Query<?> query) {
        var view = new View(name, name.identity(), query);
        int position = 0;
        for (ResultItem item : query.resultItems()) {
            position++;
            view.column(nameOf(item, view, position), item.type());
        }
        return view;
    }

    private static String nameOf(ResultItem item, View view, int position) {
        if (item.label() != null) {
            return item.label();
        }
        if (item.expression() instanceof ColumnRef column) {
            return column.name();
        }
        throw new StatementException(
                "view %s: column %d of its query has no name; give it a label with .as(…)".formatted(view, position));
    }

    @Override
    public Definition create() {
        return Definition.of(new DefinitionNode.CreateView(
                identity(), columns().stream().<String>map(Column::name).toList(), query.tree()));
    }

    @Override
    public Definition drop() {
        return Definition.of(new DefinitionNode.DropView(identity()));
    }

    @Override
    Table copy(TableName other) {
        return copyTo(new View(other, declaredAs(), query));
    }
}
