package io.sluice.schema;

import io.sluice.schema.ColumnOption.Moment;
import io.sluice.sql.ColumnValue;
import io.sluice.sql.Expression;
import io.sluice.sql.Reference;
import io.sluice.sql.Sortable;
import io.sluice.sql.StatementException;
import io.sluice.sql.TableColumn;
import io.sluice.sql.TargetTable;
import io.sluice.sql.tree.DefinitionNode;
import io.sluice.sql.tree.Qualifier;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.SourceNode.TableRef;
import io.sluice.type.SqlType;
import io.sluice.type.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
public non-sealed class Table implements TargetTable, SchemaObject {
    private final TableName name;
    private final TableRef node;
    private final Qualifier declaredAs;
    private final Map<String, Column<?>> columns = new LinkedHashMap<>();
    private final List<TablePart> parts = new ArrayList<>();
    private @Nullable List<Reference> references;
    private @Nullable List<ResultItem> resultItems;

    protected Table(TableName name) {
        this(name, name.identity());
    }

    Table(TableName name, Qualifier declaredAs) {
        this.name = Objects.requireNonNull(name, "name");
        this.node = name.ref();
        this.declaredAs = declaredAs;
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

    /** The types that {@link #type} knows; a class that all tables of a model extend overrides this for all of them. */
    protected Types types() {
        return Types.STANDARD;
    }

    /** The type for the values of a class, as in {@code column("price", type(Money.class))}. */
    protected final <T> SqlType<T> type(Class<T> javaType) {
        return types().of(javaType);
    }

    /** Declares a foreign key of one column, which takes its type from the target. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    protected final <T> Column<T> column(String name, References<T> references, ColumnOption<T>... options) {
        return add(ColumnDefinition.of(name, references, List.of(options)));
    }

    /** Declares a foreign key of several columns; {@link #declare} one with rules of its own. */
    protected final void foreignKey(List<Column<?>> columns, Supplier<List<Column<?>>> target) {
        requireOpen("foreignKey(…)");
        parts.add(ForeignKey.of(columns.toArray(Column<?>[]::new)).references(target));
    }

    /** Declares a condition that no row may break. */
    protected final void check(String name, Expression<Boolean> condition) {
        declare(Check.of(condition).named(name));
    }

    /** Declares an index; {@link #declare} one that is unique, partial or of another method. */
    protected final void index(String name, Sortable first, Sortable... more) {
        declare(Index.on(first, more).named(name));
    }

    /** Declares columns whose values together are those of one row only. */
    protected final void uniqueKey(String name, Column<?>... columns) {
        declare(UniqueKey.of(columns).named(name));
    }

    /** Declares keys, checks, indexes and what else a table may have; to be called in the constructor. */
    protected final void declare(TablePart... declared) {
        requireOpen("declare(…)");
        parts.addAll(List.of(declared));
    }

    /** The same table with more keys, checks or indexes, as tables need that are made at run time. */
    public final Table with(TablePart... more) {
        Table copy = copy(name);
        copy.parts.addAll(List.of(more));
        return copy;
    }

    /** The same table under another name, to join it with itself. A class of its own overrides this to keep its fields. */
    public Table as(String alias) {
        return copy(name.as(alias));
    }

    /**
     * The same table in another schema. Its foreign keys to tables that were in the same schema as itself follow it
     * there. A class of its own may override this to keep its fields; their foreign keys are then its own affair.
     */
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
        PrimaryKey declared = primaryKeyPart();
        return declared == null
                ? columns.values().stream().filter(Column::isPrimaryKey).toList()
                : declared.columns().stream()
                        .<Column<?>>map(column -> columnNamed(column.name()))
                        .toList();
    }

    @Nullable
    PrimaryKey primaryKeyPart() {
        List<PrimaryKey> declared = parts(PrimaryKey.class);
        return declared.isEmpty() ? null : declared.get(0);
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
            known = selectedItems();
            resultItems = known;
        }
        return known;
    }

    /** What selecting the whole table gives: its columns, unless a subclass says otherwise. */
    protected List<ResultItem> selectedItems() {
        return columns.values().stream()
                .flatMap(column -> ((Expression<?>) column).resultItems().stream())
                .toList();
    }

    /** The tables that a database must have for this one: itself, unless a subclass says otherwise. */
    protected List<Table> definedBy() {
        return List.of(this);
    }

    @Override
    public final List<ColumnValue> insertDefaults() {
        return sent(Moment.INSERT);
    }

    @Override
    public final List<ColumnValue> updateDefaults() {
        return sent(Moment.UPDATE);
    }

    @Override
    public final Set<String> computedColumns() {
        return columns.values().stream()
                .filter(Column::isComputed)
                .map(Column::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<ColumnValue> sent(Moment moment) {
        List<ColumnValue> sent = new ArrayList<>();
        for (Column<?> column : columns.values()) {
            ColumnValue value = column.sent(moment);
            if (value != null) {
                sent.add(value);
            }
        }
        return sent;
    }

    /** Creates the table, its indexes and comments, in the names that {@link NamingConvention#STANDARD} gives. */
    @Override
    public Definition create() {
        return Definition.of(new DefinitionNode.CreateTable(TableNodes.of(this, NamingConvention.STANDARD)));
    }

    @Override
    public Definition drop() {
        return Definition.of(new DefinitionNode.DropTable(identity()));
    }

    public final Definition createIndex(Index index) {
        return Definition.of(
                new DefinitionNode.CreateIndex(identity(), declaredAs, index.node(this, NamingConvention.STANDARD)));
    }

    public final Definition dropIndex(Index index) {
        return Definition.of(
                new DefinitionNode.DropIndex(identity(), index.objectName(this, NamingConvention.STANDARD)));
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

    final Column<?> columnNamed(String column) {
        Column<?> found = columns.get(column);
        if (found == null) {
            throw new StatementException(
                    "table %s has no column %s; it has %s".formatted(name, column, columns.keySet()));
        }
        return found;
    }

    private List<Reference> resolveReferences() {
        return keys().stream().map(key -> key.reference(this)).toList();
    }

    /** The foreign keys: those of single columns, then those declared apart. */
    final List<ForeignKey> keys() {
        List<ForeignKey> keys = new ArrayList<>();
        for (Column<?> column : columns.values()) {
            ForeignKey key = column.key();
            if (key != null) {
                keys.add(key);
            }
        }
        keys.addAll(parts(ForeignKey.class));
        return keys;
    }

    final <P extends TablePart> List<P> parts(Class<P> kind) {
        return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    final Qualifier declaredAs() {
        return declaredAs;
    }

    final Qualifier identity() {
        if (name.alias() != null) {
            throw new StatementException(
                    "%s is an alias, which a database does not keep; take the table itself".formatted(name));
        }
        return name.identity();
    }

    /** A table that was in the schema of this one's declaration, in the schema where this one is. */
    final Qualifier following(Qualifier other) {
        return Objects.equals(other.schema(), declaredAs.schema()) ? new Qualifier(name.schema(), other.name()) : other;
    }

    /** The names of columns, if they are this table's own. */
    final List<String> ownNames(List<Column<?>> named, String what) {
        for (Column<?> column : named) {
            if (!column.source().equals(declaredAs) && !column.source().equals(name.identity())) {
                throw new StatementException(
                        "%s of %s names %s, a column of another table".formatted(what, this, column));
            }
        }
        return named.stream().map(column -> columnNamed(column.name()).name()).toList();
    }

    Table copy(TableName other) {
        return copyTo(new Table(other, declaredAs));
    }

    final Table copyTo(Table copy) {
        columns.values().forEach(column -> copy.add(column.definition()));
        copy.parts.addAll(parts);
        return copy;
    }

    @Override
    public String toString() {
        return name.toString();
    }
}
