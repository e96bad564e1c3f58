package io.sluice.schema;

import io.sluice.schema.ColumnOption.Computed;
import io.sluice.schema.ColumnOption.ServerDefault;
import io.sluice.schema.ColumnOption.Trait;
import io.sluice.schema.ColumnOption.Word;
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
                !column.isNullable() || table.primaryKeyColumns().contains(column),
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

    // ---- constraints

    private List<ConstraintNode> constraints(Predicate<ForeignKey> isAtOnce) {
        List<ConstraintNode> constraints = new ArrayList<>();
        List<String> key =
                table.primaryKeyColumns().stream().<String>map(Column::name).toList();
        if (!key.isEmpty()) {
            PrimaryKey declared = table.primaryKeyPart();
            if (declared != null) {
                table.ownNames(declared.columns(), "the primary key");
            }
            constraints.add(new ConstraintNode.PrimaryKey(
                    name(declared == null ? null : declared.name(), naming.primaryKey(table, key)), key));
        }
        for (Column<?> column : table.columns()) {
            if (column.definition().has(Trait.UNIQUE)) {
                List<String> single = List.of(column.name());
                constraints.add(new ConstraintNode.Unique(name(null, naming.uniqueKey(table, single)), single));
            }
        }
        for (UniqueKey unique : table.parts(UniqueKey.class)) {
            List<String> columns = table.ownNames(unique.columns(), "a unique key");
            constraints.add(new ConstraintNode.Unique(name(unique.name(), naming.uniqueKey(table, columns)), columns));
        }
        int number = 0;
        for (Check check : table.parts(Check.class)) {
            number++;
            constraints.add(
                    new ConstraintNode.Check(name(check.name(), naming.check(table, number)), check.condition()));
        }
        for (ForeignKey foreign : table.keys()) {
            ConstraintNode.ForeignKey node = foreign.node(table, naming);
            requireNew(node.name());
            if (isAtOnce.test(foreign)) {
                constraints.add(node);
            }
        }
        return constraints;
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
