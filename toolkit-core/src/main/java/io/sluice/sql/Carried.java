package io.sluice.sql;

import io.sluice.sql.tree.Atom.ColumnRef;
import io.sluice.sql.tree.Nested;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.SourceNode;
import io.sluice.type.SqlType;
import java.util.ArrayList;
import java.util.List;

/** A source whose columns were made by a query, a function or a list of values, and are called by their names. */
public abstract sealed class Carried implements Source permits Derived, Cte, RowsFunction {
    private final SourceNode node;
    private final List<Field<?>> fields;

    Carried(SourceNode node, List<Field<?>> fields) {
        this.node = node;
        this.fields = fields;
    }

    /** The names and types that a query gives to what encloses it. */
    static List<Field<?>> fieldsOf(List<ResultItem> items) {
        List<Field<?>> fields = new ArrayList<>();
        for (ResultItem item : items) {
            // once it is carried on, a nested collection is the JSON it came as
            SqlType<?> type =
                    item.expression() instanceof Nested.Multiset ? item.type().storage() : item.type();
            fields.add(new Field<>(RowLayout.nameOf(item, fields.size()), type));
        }
        return List.copyOf(fields);
    }

    static List<String> namesOf(List<Field<?>> fields) {
        return fields.stream().<String>map(Field::name).toList();
    }

    @Override
    public SourceNode sourceNode() {
        return node;
    }

    @Override
    public <T> Expression<T> column(TableColumn<T> column) {
        return column(column.name(), column.type());
    }

    /** The column of a label. */
    public <T> Expression<T> column(Labelled<T> labelled) {
        return column(labelled.label(), labelled.type());
    }

    public <T> Expression<T> column(Field<T> field) {
        return column(field.name(), field.type());
    }

    public <T> Expression<T> column(String name, SqlType<T> type) {
        Field<?> field = field(name);
        if (field.type().javaType() != type.javaType()) {
            throw new StatementException(
                    "%s.%s is %s, not %s".formatted(Description.of(node.qualifier()), name, field.type(), type));
        }
        return new Typed<>(new ColumnRef(node.qualifier(), name), type);
    }

    private Field<?> field(String name) {
        List<Field<?>> found =
                fields.stream().filter(field -> field.name().equals(name)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        String source = Description.of(node.qualifier());
        throw new StatementException(
                found.isEmpty()
                        ? "%s has no column %s; it has %s".formatted(source, name, namesOf(fields))
                        : "%s has several columns named %s; give them labels with .as(…) where they are selected"
                                .formatted(source, name));
    }

    @Override
    public List<ResultItem> resultItems() {
        return fields.stream()
                .map(field -> new ResultItem(new ColumnRef(node.qualifier(), field.name()), null, field.type()))
                .toList();
    }

    List<Field<?>> fields() {
        return fields;
    }

    @Override
    public String toString() {
        return Description.of(node.qualifier());
    }
}
