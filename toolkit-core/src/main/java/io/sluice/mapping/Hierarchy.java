package io.sluice.mapping;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.sql.Condition;
import io.sluice.sql.JoinPath.Hop;
import io.sluice.sql.Sql;
import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.Operator;
import io.sluice.sql.tree.Predicate.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How an entity stands to those it inherits from and to those that inherit from it. All of them are in one table, or
 * each has a table for what it adds; a column of the topmost one tells them apart.
 */
public final class Hierarchy<E> {
    private final boolean isSingleTable;
    private final @Nullable EntityTable<? super E, ?> parent;
    private final String discriminator;
    private final @Nullable Object value;
    private final Supplier<List<EntityTable<? extends E, ?>>> descendants;

    private Hierarchy(
            boolean isSingleTable,
            @Nullable EntityTable<? super E, ?> parent,
            String discriminator,
            @Nullable Object value,
            Supplier<List<EntityTable<? extends E, ?>>> descendants) {
        this.isSingleTable = isSingleTable;
        this.parent = parent;
        this.discriminator = discriminator;
        this.value = value;
        this.descendants = descendants;
    }

    /**
     * All in one table.
     *
     * @param parent the entity it inherits from; null for the topmost
     * @param discriminator the column that tells who a row is
     * @param value what stands there for this entity; null if its class is abstract
     * @param descendants all that inherit from it, those above before those below
     */
    public static <E> Hierarchy<E> singleTable(
            @Nullable EntityTable<? super E, ?> parent,
            String discriminator,
            @Nullable Object value,
            Supplier<List<EntityTable<? extends E, ?>>> descendants) {
        return new Hierarchy<>(true, parent, discriminator, value, descendants);
    }

    /** A table for each, as {@link #singleTable}; the parent is under the alias that belongs to this table's. */
    public static <E> Hierarchy<E> joined(
            @Nullable EntityTable<? super E, ?> parent,
            String discriminator,
            @Nullable Object value,
            Supplier<List<EntityTable<? extends E, ?>>> descendants) {
        return new Hierarchy<>(false, parent, discriminator, value, descendants);
    }

    /** What stands in the discriminator's column; null if the class is abstract. */
    public @Nullable Object value() {
        return value;
    }

    List<EntityTable<? extends E, ?>> descendants() {
        return descendants.get();
    }

    boolean isAbove(EntityTable<?, ?> table) {
        return descendants().stream().anyMatch(descendant -> descendant.entityClass() == table.entityClass());
    }

    @Nullable
    EntityTable<? super E, ?> parent() {
        return parent;
    }

    /** The column that tells who a row is, of the topmost table. */
    Column<?> discriminator(EntityTable<E, ?> table) {
        if (isSingleTable || parent == null) {
            return table.columns().stream()
                    .filter(column -> column.name().equals(discriminator))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "%s has no column %s that tells its kinds apart".formatted(table, discriminator)));
        }
        return discriminatorOf(parent);
    }

    private static <P> Column<?> discriminatorOf(EntityTable<P, ?> above) {
        Hierarchy<P> its = above.hierarchy();
        if (its == null) {
            throw new IllegalStateException("%s is no part of a hierarchy".formatted(above));
        }
        return its.discriminator(above);
    }

    EntityTable<?, ?> root(EntityTable<E, ?> table) {
        return parent == null ? table : parent.base().root();
    }

    EntityTable<?, ?> concrete(EntityTable<E, ?> table, Class<?> entityClass) {
        if (table.entityClass() != entityClass) {
            for (EntityTable<? extends E, ?> descendant : descendants()) {
                if (descendant.entityClass() == entityClass) {
                    return descendant;
                }
            }
        }
        return table;
    }

    Table definedBy(EntityTable<E, ?> table) {
        return isSingleTable ? root(table) : table;
    }

    /** The tables above, which hold what is inherited. */
    List<Hop> parts(EntityTable<E, ?> table) {
        if (isSingleTable || parent == null) {
            return List.of();
        }
        List<Hop> hops = new ArrayList<>();
        hops.add(byKey(table, parent));
        hops.addAll(parent.parts());
        return hops;
    }

    /** The tables below, which hold what those that inherit add. */
    List<Hop> variants(EntityTable<E, ?> table) {
        if (isSingleTable) {
            return List.of();
        }
        return descendants().stream()
                .map(descendant -> byKey(table, beside(table, descendant)))
                .toList();
    }

    /** A descendant under the name it has beside this table in a query for all kinds. */
    <D extends E> EntityTable<D, ?> beside(EntityTable<E, ?> table, EntityTable<D, ?> descendant) {
        if (isSingleTable) {
            String alias = table.tableName().alias();
            return alias == null ? descendant : descendant.as(alias);
        }
        return descendant.below(
                aboveBeside(table, descendant),
                table.part(descendant.tableName().name()));
    }

    /** The table above a descendant in a query for all kinds: this one, or that of a descendant in between. */
    @SuppressWarnings("unchecked") // what stands between an entity and its descendant is of both
    private <D extends E> EntityTable<? super D, ?> aboveBeside(EntityTable<E, ?> table, EntityTable<D, ?> descendant) {
        Hierarchy<D> its = descendant.hierarchy();
        EntityTable<? super D, ?> above = its == null ? null : its.parent();
        return above == null || above.entityClass() == table.entityClass()
                ? table
                : (EntityTable<? super D, ?>) beside(table, (EntityTable<? extends E, ?>) above.base());
    }

    private static Hop byKey(EntityTable<?, ?> from, EntityTable<?, ?> to) {
        Condition all = Sql.and();
        List<Column<?>> left = from.primaryKeyColumns();
        List<Column<?>> right = to.primaryKeyColumns();
        for (int i = 0; i < left.size(); i++) {
            Expr equal =
                    new Comparison(left.get(i).node(), Operator.EQ, right.get(i).node());
            all = all.and(new Condition(equal));
        }
        return new Hop(from, to, all);
    }

    /** In a table of many kinds, the rows of this one and of those below. */
    @Nullable
    Condition restriction(EntityTable<E, ?> table) {
        if (!isSingleTable || parent == null) {
            return null;
        }
        Column<?> column = discriminator(table);
        Condition any = Sql.or();
        for (Object kind : values()) {
            any = any.or(new Condition(new Comparison(column.node(), Operator.EQ, new Bind(kind, column.type()))));
        }
        return any;
    }

    /** The discriminator's values of this entity and of those below. */
    private List<Object> values() {
        List<Object> all = new ArrayList<>();
        if (value != null) {
            all.add(value);
        }
        for (EntityTable<? extends E, ?> descendant : descendants()) {
            Object its = descendant.discriminatorValue();
            if (its != null) {
                all.add(its);
            }
        }
        return all;
    }
}
