package io.sluice.schema;

import io.sluice.sql.Expression;
import io.sluice.sql.Reference;
import io.sluice.sql.StatementException;
import io.sluice.sql.TableColumn;
import io.sluice.sql.TargetTable;
import io.sluice.sql.tree.Qualifier;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.SourceNode.TableRef;
import io.sluice.type.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A table. Written as a class, its columns are fields with types:
 *
 * <pre>{@code
 * public final class Orders extends Table {
 *     public static final Orders ORDERS = new Orders(TableName.of("orders"));
 *
 *     public final Column<Long> id = column("id", BIGINT, primaryKey(), generated());
 *     public final Column<Long> customerId = column("customer_id", references(() -> CUSTOMERS.id), notNull());
 *     public final Column<String> status = column("status", varchar(32), notNull());
 *
 *     private Orders(TableName name) {
 *         super(name);
 *     }
 *
 *     @Override
 *     public Orders as(String alias) {
 *         return new Orders(tableName().as(alias));
 *     }
 * }
 * }</pre>
 *
 * One that is only known at run time is made by {@link #named}; both are the same to every statement.
 */
public class Table implements TargetTable {
    private final TableName name;
    private final TableRef node;
    private final Map<String, Column<?>> columns = new LinkedHashMap<>();
    private final List<ForeignKey> compositeKeys = new ArrayList<>();
    private @Nullable List<Reference> references;
    private @Nullable List<ResultItem> resultItems;

    protected Table(TableName name) {
        this.name = Objects.requireNonNull(name, "name");
        this.node = name.ref();
    }

    /** A table made at run time. */
    public static Table named(TableName name, ColumnDefinition<?>... columns) {
        var table = new Table(name);
        for (ColumnDefinition<?> column : columns) {
            table.add(column);
        }
        return table;
    }

    /** A table made at run time, in the schema that the connection uses by default. */
    public static Table named(String name, ColumnDefinition<?>... columns) {
        return named(TableName.of(name), columns);
    }

    /** Declares a column; to be called where a field is initialised. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    protected final <T> Column<T> column(String name, @Nullable SqlType<T> type, ColumnOption<T>... options) {
        return add(ColumnDefinition.of(name, type, List.of(options)));
    }

    /** Declares a foreign key of one column, which takes its type from the target. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    protected final <T> Column<T> column(String name, References<T> references, ColumnOption<T>... options) {
        return add(ColumnDefinition.of(name, references, List.of(options)));
    }

    /** Declares a foreign key of several columns. */
    protected final void foreignKey(List<Column<?>> columns, Supplier<List<Column<?>>> target) {
        requireOpen("foreignKey(…)");
        compositeKeys.add(new ForeignKey(List.copyOf(columns), target));
    }

    /** The same table under another name, to join it with itself. A class of its own overrides this to keep its fields. */
    public Table as(String alias) {
        return copy(name.as(alias));
    }

    /** The same table in another schema. */
    public Table inSchema(String schema) {
        return copy(name.inSchema(schema));
    }

    public final TableName tableName() {
        return name;
    }

    /** The columns in the order of their declaration. */
    public final List<Column<?>> columns() {
        return List.copyOf(columns.values());
    }

    /** The columns of the primary key. Not called as the option is, which it would hide from the fields of a subclass. */
    public final List<Column<?>> primaryKeyColumns() {
        return columns.values().stream().filter(Column::isPrimaryKey).toList();
    }

    /** A column by its name, of a table made at run time. */
    @SuppressWarnings("unchecked") // the types were just compared
    public final <T> Column<T> column(String name, Class<T> javaType) {
        Column<?> column = columnNamed(name);
        if (column.type().javaType() != javaType) {
            throw new StatementException("%s is read as %s, not %s"
                    .formatted(column, column.type().javaType().getSimpleName(), javaType.getSimpleName()));
        }
        return (Column<T>) column;
    }

    @Override
    @SuppressWarnings("unchecked") // the types were just compared
    public final <T> Column<T> column(TableColumn<T> column) {
        Column<?> same = columnNamed(column.name());
        if (same.type().javaType() != column.type().javaType()) {
            throw new StatementException("%s is %s, not %s as %s".formatted(same, same.type(), column.type(), column));
        }
        return (Column<T>) same;
    }

    @Override
    public final TableRef sourceNode() {
        return node;
    }

    @Override
    public final Qualifier table() {
        return name.identity();
    }

    @Override
    public final List<Reference> foreignKeys() {
        List<Reference> known = references;
        if (known == null) {
            known = resolveReferences();
            references = known;
        }
        return known;
    }

    @Override
    public final List<ResultItem> resultItems() {
        List<ResultItem> known = resultItems;
        if (known == null) {
            known = columns.values().stream()
                    .flatMap(column -> ((Expression<?>) column).resultItems().stream())
                    .toList();
            resultItems = known;
        }
        return known;
    }

    private <T> Column<T> add(ColumnDefinition<T> definition) {
        requireOpen("column(\"" + definition.name() + "\")");
        var column = new Column<>(this, definition);
        if (columns.putIfAbsent(definition.name(), column) != null) {
            throw new StatementException("table %s has two columns named %s".formatted(name, definition.name()));
        }
        return column;
    }

    /** Once a statement has seen a table, a further column would make two statements of one. */
    private void requireOpen(String what) {
        if (references != null || resultItems != null) {
            throw new StatementException(
                    "table %s: %s comes too late, statements use the table already; declare it in the constructor"
                            .formatted(name, what));
        }
    }

    private Column<?> columnNamed(String column) {
        Column<?> found = columns.get(column);
        if (found == null) {
            throw new StatementException(
                    "table %s has no column %s; it has %s".formatted(name, column, columns.keySet()));
        }
        return found;
    }

    private List<Reference> resolveReferences() {
        List<Reference> resolved = new ArrayList<>();
        for (Column<?> column : columns.values()) {
            References<?> single = column.definition().references();
            if (single != null) {
                resolved.add(new ForeignKey(
                                List.of(column), () -> List.of(single.target().get()))
                        .resolve());
            }
        }
        compositeKeys.forEach(key -> resolved.add(key.resolve()));
        return List.copyOf(resolved);
    }

    private Table copy(TableName other) {
        var copy = new Table(other);
        columns.values().forEach(column -> copy.add(column.definition()));
        for (ForeignKey key : compositeKeys) {
            copy.compositeKeys.add(new ForeignKey(
                    key.columns().stream()
                            .<Column<?>>map(column -> copy.columnNamed(column.name()))
                            .toList(),
                    key.target()));
        }
        return copy;
    }

    @Override
    public String toString() {
        return name.toString();
    }
}
