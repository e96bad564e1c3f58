package io.sluice.schema;

import io.sluice.sql.Reference;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.ConstraintNode;
import io.sluice.sql.tree.ObjectName;
import io.sluice.sql.tree.ReferentialAction;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Columns that together hold the key of another table's row. The target is looked up late, since tables may refer to
 * each other.
 *
 * <pre>{@code
 * declare(ForeignKey.of(orderId, lineNumber).references(() -> List.of(LINES.orderId, LINES.number)).onDelete(CASCADE))
 * }</pre>
 */
public final class ForeignKey implements TablePart, Constraint {
    private final List<Column<?>> columns;
    private final @Nullable KeyTarget target;
    private final KeyRules rules;

    ForeignKey(List<Column<?>> columns, @Nullable KeyTarget target, KeyRules rules) {
        this.columns = columns;
        this.target = target;
        this.rules = rules;
    }

    public static ForeignKey of(Column<?>... columns) {
        return new ForeignKey(TablePart.distinct(columns, "a foreign key"), null, KeyRules.NONE);
    }

    public ForeignKey references(Supplier<List<Column<?>>> target) {
        return new ForeignKey(columns, KeyTarget.of(target), rules);
    }

    /** The key of a table by its name, which need not be known here. */
    public ForeignKey references(TableName table, String... columns) {
        return new ForeignKey(this.columns, KeyTarget.of(table, List.of(columns)), rules);
    }

    public ForeignKey onDelete(ReferentialAction action) {
        return new ForeignKey(columns, target, rules.onDelete(action));
    }

    public ForeignKey onUpdate(ReferentialAction action) {
        return new ForeignKey(columns, target, rules.onUpdate(action));
    }

    /** A transaction may put off the check to its end. */
    public ForeignKey deferrable() {
        return new ForeignKey(columns, target, rules.deferrable());
    }

    /** The check is put off to the end of the transaction. */
    public ForeignKey initiallyDeferred() {
        return new ForeignKey(columns, target, rules.initiallyDeferred());
    }

    public ForeignKey named(String name) {
        return new ForeignKey(columns, target, rules.named(name));
    }

    /** The columns and the key, which follows its table into another schema if both were in one. */
    Reference reference(Table table) {
        KeyTarget.Key key = key(table);
        return new Reference(
                columns.stream().<String>map(Column::name).toList(), table.following(key.table()), key.names());
    }

    ConstraintNode.ForeignKey node(Table table, NamingConvention naming) {
        KeyTarget.Key key = key(table);
        List<String> names = table.ownNames(columns, "a foreign key");
        for (int i = 0; i < key.columns().size(); i++) {
            requireSameKind(columns.get(i), key.columns().get(i));
        }
        return new ConstraintNode.ForeignKey(
                rules.name() == null
                        ? ObjectName.made(
                                naming.foreignKey(table, names, key.table().name()))
                        : ObjectName.given(rules.name()),
                names,
                table.following(key.table()),
                key.names(),
                rules.onDelete(),
                rules.onUpdate(),
                rules.deferral());
    }

    private KeyTarget.Key key(Table table) {
        if (target == null) {
            throw new StatementException(
                    "foreign key %s of %s: it refers to nothing; say references(…)".formatted(columns, table));
        }
        KeyTarget.Key key = target.key();
        if (key.names().size() != columns.size()) {
            throw new StatementException("foreign key %s: it has %d columns and its target %d; they must pair up"
                    .formatted(columns, columns.size(), key.names().size()));
        }
        return key;
    }

    static void requireSameKind(Column<?> column, Column<?> key) {
        if (column.type().kind() != key.type().kind()) {
            throw new StatementException("%s is %s and refers to %s, which is %s; give both one type"
                    .formatted(column, column.type(), key, key.type()));
        }
    }
}
