package io.sluice.schema;

import io.sluice.schema.ColumnOption.Moment;
import io.sluice.schema.ColumnOption.Sent;
import io.sluice.schema.ColumnOption.Trait;
import io.sluice.sql.ColumnValue;
import io.sluice.sql.StatementException;
import io.sluice.sql.TableColumn;
import io.sluice.sql.tree.Assignment;
import io.sluice.sql.tree.Atom.ColumnRef;
import io.sluice.sql.tree.Qualifier;
import io.sluice.type.SqlType;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A column of a table. Two are equal if table, alias, name and type are. */
public final class Column<T> implements TableColumn<T>, Constraint {
    private final Table table;
    private final ColumnDefinition<T> definition;
    private final ColumnRef node;
    private @Nullable SqlType<T> type;

    Column(Table table, ColumnDefinition<T> definition) {
        this.table = table;
        this.definition = definition;
        this.node = new ColumnRef(table.sourceNode().qualifier(), definition.name());
    }

    public Table table() {
        return table;
    }

    @Override
    public String name() {
        return definition.name();
    }

    @Override
    public Qualifier source() {
        return Objects.requireNonNull(node.source(), "a column of a table is qualified");
    }

    @Override
    public ColumnRef node() {
        return node;
    }

    /** A foreign key's type is its target's, which is looked up at the first use; threads that race find the same. */
    @Override
    public SqlType<T> type() {
        SqlType<T> known = type;
        if (known == null) {
            known = resolvedType();
            type = known;
        }
        return known;
    }

    private SqlType<T> resolvedType() {
        Set<Column<T>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Column<T> column = this;
        while (seen.add(column)) {
            SqlType<T> declared = column.definition.type();
            if (declared != null) {
                return declared;
            }
            References<T> references = Objects.requireNonNull(column.definition.references(), "a type or a target");
            column = targetOf(column, references);
        }
        throw new StatementException(
                "%s has no type: it refers to a column whose type is again that of this one; give one of them a type"
                        .formatted(this));
    }

    private static <T> Column<T> targetOf(Column<T> column, References<T> references) {
        try {
            return references.column();
        } catch (NullPointerException e) {
            var early = new StatementException(
                    "%s refers to a column that does not exist yet: its table is still being made; use the column only after both tables were"
                            .formatted(column));
            early.initCause(e);
            throw early;
        }
    }

    public boolean isPrimaryKey() {
        return definition.has(Trait.PRIMARY_KEY);
    }

    public boolean isNullable() {
        return !definition.has(Trait.NOT_NULL) && !isPrimaryKey();
    }

    /** Whether the database makes its value: it counts up, or it computes it. */
    public boolean isGenerated() {
        return definition.has(Trait.GENERATED)
                || definition.has(Trait.GENERATED_ALWAYS)
                || isComputed()
                || sequence() != null;
    }

    /** The sequence that the database takes its numbers from. */
    @Nullable
    Sequence sequence() {
        ColumnOption.Counted<?> counted = definition.find(ColumnOption.Counted.class);
        return counted == null ? null : counted.sequence();
    }

    boolean isComputed() {
        return definition.find(ColumnOption.Computed.class) != null;
    }

    /** A value for it, as one of its options gave it. Generics are erased, and a raw call can bring anything. */
    Object checked(T value, String option) {
        if (!type().javaType().isInstance(value)) {
            throw new StatementException("%s: %s(…) is given %s, and its values are %s"
                    .formatted(
                            this,
                            option,
                            value.getClass().getName(),
                            type().javaType().getName()));
        }
        return value;
    }

    /** What a change sends for it if it does not mention it: made anew, so that each row has a value of its own. */
    @Nullable
    ColumnValue sent(Moment moment) {
        Sent<T> sent = definition.sent(moment);
        return sent == null
                ? null
                : new ColumnValue(source(), new Assignment(name(), sent.making().make(this)));
    }

    @Nullable
    ForeignKey key() {
        References<T> references = definition.references();
        return references == null ? null : references.from(this);
    }

    ColumnDefinition<T> definition() {
        return definition;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Column<?> that && node.equals(that.node) && type().equals(that.type()));
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }

    @Override
    public String toString() {
        Qualifier source = source();
        return (source.schema() == null ? "" : source.schema() + ".") + source.name() + "." + name();
    }
}
