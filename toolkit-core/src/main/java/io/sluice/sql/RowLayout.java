package io.sluice.sql;

import io.sluice.sql.tree.Atom.ColumnRef;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.ResultItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where each thing that was selected stands in a row; made once for a statement. */
final class RowLayout {
    private final List<ResultItem> items;
    private final SelectedEntities entities;
    private final Expr[] nodes;
    private @Nullable List<String> names;

    RowLayout(List<ResultItem> items) {
        this(items, SelectedEntities.NONE);
    }

    RowLayout(List<ResultItem> items, SelectedEntities entities) {
        this.items = items;
        this.entities = entities;
        nodes = new Expr[items.size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = items.get(i).expression();
        }
    }

    /** How the database will call a column of a result that nobody gave a name differs; ours is its place. */
    static String nameOf(ResultItem item, int index) {
        if (item.label() != null) {
            return item.label();
        }
        return item.expression() instanceof ColumnRef column ? column.name() : "column" + (index + 1);
    }

    /** Where an entity that was selected stands; -1 if it was not. */
    int indexOf(EntitySource<?> entity) {
        return entities.indexOf(entity);
    }

    int columns() {
        return nodes.length;
    }

    /** Most often the very object that was selected is asked for, so that is tried first. */
    int indexOf(Selectable<?> selected) {
        Expr first;
        if (selected instanceof Expression<?> expression) {
            first = expression.node();
        } else {
            first = selected.resultItems().get(0).expression();
        }
        for (int i = 0; i < nodes.length; i++) {
            if (nodes[i] == first) {
                return i;
            }
        }
        for (int i = 0; i < nodes.length; i++) {
            if (nodes[i].equals(first)) {
                return i;
            }
        }
        if (selected instanceof Labelled<?> labelled && names().contains(labelled.label())) {
            return names().indexOf(labelled.label());
        }
        throw new IllegalArgumentException("%s was not selected; the row has %s".formatted(nameOf(selected), names()));
    }

    int indexOf(String name) {
        int index = names().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("there is no column %s; the row has %s".formatted(name, names()));
        }
        return index;
    }

    /** Whether all columns of something stand together at a place. */
    boolean stands(Selectable<?> selected, int place) {
        List<ResultItem> wanted = selected.resultItems();
        for (int i = 0; i < wanted.size(); i++) {
            if (place + i >= nodes.length
                    || !nodes[place + i].equals(wanted.get(i).expression())) {
                return false;
            }
        }
        return true;
    }

    String nameOf(Selectable<?> selected) {
        if (selected instanceof Labelled<?> labelled) {
            return labelled.label();
        }
        return selected instanceof Expression<?> expression ? Description.of(expression.node()) : selected.toString();
    }

    String name(int index) {
        return names().get(index);
    }

    /** Made when a row is first asked by name, which most never are; threads that race make the same. */
    List<String> names() {
        List<String> known = names;
        if (known == null) {
            List<String> found = new ArrayList<>(items.size());
            for (ResultItem item : items) {
                found.add(nameOf(item, found.size()));
            }
            known = List.copyOf(found);
            names = known;
        }
        return known;
    }
}
