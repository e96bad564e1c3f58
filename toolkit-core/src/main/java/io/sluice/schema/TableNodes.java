package io.sluice.schema;

import io.sluice.schema.ColumnOption.Computed;
import io.sluice.schema.ColumnOption.Counted;
import io.sluice.schema.ColumnOption.ServerDefault;
import io.sluice.schema.ColumnOption.Trait;
import io.sluice.schema.ColumnOption.Word;
import io.sluice.schema.DeclaredConstraint.Kind;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.ColumnNode;
import io.sluice.sql.tree.ConstraintNode;
import io.sluice.sql.tree.IndexNode;
import io.sluice.sql.tree.ObjectName;
import io.sluice.sql.tree.TableNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes of a table, and the names that a convention gives to its parts, what CREATE TABLE says. */
final class TableNodes {
    private final Table table;
    private final NamingConvention naming;
    private final Set<ObjectName> names = new HashSet<>();

    private TableNodes(Table table, NamingConvention naming) {
        this.table = table;
        this.naming = naming;
    }

    static TableNode of(Table table, NamingConvention naming) {
        return of(table, naming, key -> true);
    }

    /** Without the foreign keys that are added when the table they refer to is there. */
    static TableNode of(Table table, NamingConvention naming, Predicate<ForeignKey> isAtOnce) {
        return new TableNodes(table, naming).node(isAtOnce);
    }

    private TableNode node(Predicate<ForeignKey> isAtOnce) {
        List<Column<?>> columns = table.columns();
        if (columns.isEmpty()) {
            throw new StatementException("table %s has no columns; declare at least one".formatted(table));
        }
        List<Partitioning<?>> partitioning = new ArrayList<>();
        table.parts(Partitioning.class).forEach(partitioning::add);
        List<TableComment> comments = table.parts(TableComment.class);
        return new TableNode(
                table.identity(),
                table.declaredAs(),
                columns.stream().<ColumnNode>map(this::column).toList(),
                constraints(isAtOnce),
                indexes(),
                partitioning.isEmpty() ? null : partitioning.get(0).node(),
                table.parts(TableOption.class).stream().map(TableOption::node).toList(),
                comments.isEmpty() ? null : comments.get(0).text());
    }

    // ---- columns

    private <T> ColumnNode column(Column<T> column) {
        ColumnDefinition<T> definition = column.definition();
        return new ColumnNode(
                column.name(),
                column.type(),
                isNotNull(column),
                origin(column),
                definition.said(Word.COLLATION),
                definition.said(Word.COMMENT));
    }

    private static <T> ColumnNode.@Nullable Origin origin(Column<T> column) {
        ColumnDefinition<T> definition = column.definition();
        List<ColumnNode.Origin> origins = new ArrayList<>();
        if (definition.has(Trait.GENERATED)) {
            origins.add(new ColumnNode.Identity(false));
        }
        if (definition.has(Trait.GENERATED_ALWAYS)) {
            origins.add(new ColumnNode.Identity(true));
        }
        for (ColumnOption<T> option : definition.options()) {
            if (option instanceof Counted<T> counted) {
                origins.add(
                        new ColumnNode.ServerDefault(counted.sequence().next().node()));
            }
            if (option instanceof ServerDefault<T> byServer) {
                origins.add(new ColumnNode.ServerDefault(byServer.making().make(column)));
            } else if (option instanceof Computed<T> computed) {
                origins.add(new ColumnNode.Computed(computed.value().node(), computed.isStored()));
            }
        }
        if (origins.size() > 1) {
            throw new StatementException(
                    "%s is said to get its value in %d ways; the database takes one of generated(), serverDefault(…) and computed(…)"
                            .formatted(column, origins.size()));
        }
        return origins.isEmpty() ? null : origins.get(0);
    }

    private boolean isNotNull(Column<?> column) {
        return !column.isNullable() || table.primaryKeyColumns().contains(column);
    }

    // ---- constraints

    /** A constraint and what declared it; of a foreign key, the key. */
    private record Declared(
            ConstraintNode node,
            List<Column<?>> columns,
            Constraint by,
            @Nullable ForeignKey foreign) {

        Declared(ConstraintNode node, List<Column<?>> columns, Constraint by) {
            this(node, columns, by, null);
        }
    }

    /** What rows of a table must keep to, in the names that a convention gives. */
    static List<DeclaredConstraint> constraintsOf(Table table, NamingConvention naming) {
        var nodes = new TableNodes(table, naming);
        List<DeclaredConstraint> all = new ArrayList<>();
        for (Declared declared : nodes.declared()) {
            all.add(new DeclaredConstraint(
                    table, kindOf(declared.node()), declared.node().name(), declared.columns(), declared.by()));
        }
        for (Index index : table.parts(Index.class)) {
            if (index.isUnique()) {
                all.add(new DeclaredConstraint(
                        table, Kind.UNIQUE, index.objectName(table, naming), index.columnsOf(table), index));
            }
        }
        for (Column<?> column : table.columns()) {
            if (nodes.isNotNull(column)) {
                all.add(new DeclaredConstraint(table, Kind.NOT_NULL, null, List.of(column), column));
            }
        }
        return List.copyOf(all);
    }

    private static Kind kindOf(ConstraintNode node) {
        if (node instanceof ConstraintNode.PrimaryKey) {
            return Kind.PRIMARY_KEY;
        }
        if (node instanceof ConstraintNode.Unique) {
            return Kind.UNIQUE;
        }
        return node instanceof ConstraintNode.ForeignKey ? Kind.FOREIGN_KEY : Kind.CHECK;
    }

    private List<ConstraintNode> constraints(Predicate<ForeignKey> isAtOnce) {
        return declared().stream()
                .filter(declared -> declared.foreign() == null || isAtOnce.test(declared.foreign()))
                .map(Declared::node)
                .toList();
    }

    private List<Declared> declared() {
        List<Declared> all = new ArrayList<>();
        List<Column<?>> key = table.primaryKeyColumns();
        if (!key.isEmpty()) {
            PrimaryKey part = table.primaryKeyPart();
            List<String> names = part == null ? namesOf(key) : table.ownNames(part.columns(), "the primary key");
            Constraint by =
                    part != null ? part : key.size() == 1 ? key.get(0) : PrimaryKey.of(key.toArray(Column<?>[]::new));
            all.add(new Declared(
                    new ConstraintNode.PrimaryKey(
                            name(part == null ? null : part.name(), naming.primaryKey(table, names)), names),
                    key,
                    by));
        }
        for (Column<?> column : table.columns()) {
            if (column.definition().has(Trait.UNIQUE)) {
                List<String> single = List.of(column.name());
                all.add(new Declared(
                        new ConstraintNode.Unique(name(null, naming.uniqueKey(table, single)), single),
                        List.of(column),
                        column));
            }
        }
        for (UniqueKey unique : table.parts(UniqueKey.class)) {
            List<String> names = table.ownNames(unique.columns(), "a unique key");
            all.add(new Declared(
                    new ConstraintNode.Unique(name(unique.name(), naming.uniqueKey(table, names)), names),
                    columnsNamed(names),
                    unique));
        }
        int number = 0;
        for (Check check : table.parts(Check.class)) {
            number++;
            all.add(new Declared(
                    new ConstraintNode.Check(name(check.name(), naming.check(table, number)), check.condition()),
                    List.of(),
                    check));
        }
        for (Column<?> column : table.columns()) {
            ForeignKey foreign = column.key();
            if (foreign != null) {
                all.add(foreign(foreign, column));
            }
        }
        table.parts(ForeignKey.class).forEach(foreign -> all.add(foreign(foreign, foreign)));
        return all;
    }

    private Declared foreign(ForeignKey foreign, Constraint by) {
        ConstraintNode.ForeignKey node = foreign.node(table, naming);
        requireNew(node.name());
        return new Declared(node, columnsNamed(node.columns()), by, foreign);
    }

    private static List<String> namesOf(List<Column<?>> columns) {
        return columns.stream().<String>map(Column::name).toList();
    }

    private List<Column<?>> columnsNamed(List<String> names) {
        return names.stream().<Column<?>>map(table::columnNamed).toList();
    }

    private ObjectName name(@Nullable String given, String made) {
        ObjectName name = given == null ? ObjectName.made(made) : ObjectName.given(given);
        requireNew(name);
        return name;
    }

    private void requireNew(ObjectName name) {
        if (!names.add(new ObjectName(name.text(), false))) {
            throw new StatementException("table %s has two keys, checks or indexes named %s; give one of them a name"
                    .formatted(table, name.text()));
        }
    }

    // ---- indexes

    private List<IndexNode> indexes() {
        List<IndexNode> indexes = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            if (column.definition().has(Trait.INDEXED)) {
                indexes.add(Index.on(column).node(table, naming));
            }
        }
        table.parts(Index.class).forEach(index -> indexes.add(index.node(table, naming)));
        indexes.forEach(index -> requireNew(index.name()));
        return indexes;
    }
}
