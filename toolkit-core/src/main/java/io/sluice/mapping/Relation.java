package io.sluice.mapping;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.sql.Condition;
import io.sluice.sql.JoinPath;
import io.sluice.sql.Ordering;
import io.sluice.sql.Sql;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.Operator;
import io.sluice.sql.tree.Predicate.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What leads from an entity to others. A join follows it ({@code join(BOOK.author)}), and a session loads it ({@code
 * load(selectIn(BOOK.author))}).
 */
public abstract sealed class Relation<E, T> implements JoinPath, Member<E> permits ToOneRelation, ToManyRelation {
    private final EntityTable<E, ?> entity;
    private final String name;
    private final int index;
    private final Link<E, T> link;
    private final List<RelationOption> options;

    Relation(EntityTable<E, ?> entity, String name, int index, Link<E, T> link, RelationOption... options) {
        this.entity = entity;
        this.name = name;
        this.index = index;
        this.link = link;
        this.options = List.of(options);
    }

    /** The name of the field. */
    @Override
    public final String name() {
        return name;
    }

    /** Where it comes from. */
    @Override
    public final EntityTable<E, ?> entity() {
        return entity;
    }

    /** Where it leads to. */
    public final EntityTable<T, ?> target() {
        return link.target();
    }

    final Link<E, T> link() {
        return link;
    }

    final int index() {
        return index;
    }

    /** How it is loaded where a query says nothing of it; empty if it is not. */
    public final Optional<LoadStrategy> loadedBy() {
        return options.stream()
                .filter(RelationOption.LoadedBy.class::isInstance)
                .map(option -> ((RelationOption.LoadedBy) option).strategy())
                .findFirst();
    }

    /** The order in which its targets come, by columns of this target; none if it does not matter. */
    public final List<Ordering> ordering(EntityTable<T, ?> to) {
        List<Ordering> terms = new ArrayList<>();
        for (RelationOption option : options) {
            if (option instanceof RelationOption.OrderedBy ordered) {
                ordered.terms().apply(to).forEach(term -> terms.add(term.ordering()));
            }
        }
        return terms;
    }

    /** The table between the two, if there is one: {@code BOOK.tags.between()}, to be used as any other. */
    public final Optional<Table> between() {
        return Optional.ofNullable(route(target(), null).between());
    }

    /** How its ends find each other, where the target is called so, and a table between them by this alias. */
    public final Route route(EntityTable<?, ?> to, @Nullable String betweenAlias) {
        if (link instanceof Link.Here<E, T> here) {
            return Route.direct(here.columns(), to.primaryKeyColumns());
        }
        if (link instanceof Link.There<E, T> there) {
            return Route.direct(
                    entity.primaryKeyColumns(), to.foreignKeyOf(there.mappedBy().get()));
        }
        boolean isMine = link instanceof Link.Between<E, T>;
        JoinTable joined = link instanceof Link.Between<E, T> between
                ? between.table()
                : ((Link.BetweenThere<E, T>) link).mappedBy().get().joinTable();
        Table table = betweenAlias == null ? joined.table() : joined.table().as(betweenAlias);
        return new Route(
                entity.primaryKeyColumns(),
                table,
                columns(table, isMine ? joined.here() : joined.there()),
                columns(table, isMine ? joined.there() : joined.here()),
                to.primaryKeyColumns());
    }

    private static List<Column<?>> columns(Table table, List<String> names) {
        return table.columns().stream()
                .filter(column -> names.contains(column.name()))
                .toList();
    }

    @Override
    public final List<Hop> hops() {
        return hops(target(), null);
    }

    /** The same, leading to its target under an alias: {@code join(EMPLOYEE.manager.to(boss))}. */
    public final JoinPath to(EntityTable<T, ?> alias) {
        return () -> hops(alias, null);
    }

    /** The joins, where the target is called so, and a table between the two by this alias. */
    public final List<Hop> hops(EntityTable<T, ?> to, @Nullable String betweenAlias) {
        Route route = route(to, betweenAlias);
        Table between = route.between();
        if (between == null) {
            return List.of(new Hop(entity, to, equal(route.owner(), route.target())));
        }
        return List.of(
                new Hop(entity, between, equal(route.owner(), route.betweenOwner())),
                new Hop(between, to, equal(route.betweenTarget(), route.target())));
    }

    private static Condition equal(List<Column<?>> left, List<Column<?>> right) {
        Condition all = Sql.and();
        for (int i = 0; i < left.size(); i++) {
            Expr equal =
                    new Comparison(left.get(i).node(), Operator.EQ, right.get(i).node());
            all = all.and(new Condition(equal));
        }
        return all;
    }

    /** The relation that holds the foreign key: this one, or the one on the other side; empty where a table is between. */
    public final Optional<ToOneRelation<?, ?>> keyed() {
        if (link() instanceof Link.There<E, T> there) {
            return Optional.of(there.mappedBy().get());
        }
        return this instanceof ToOneRelation<E, T> one ? Optional.of(one) : Optional.empty();
    }

    /** Whether it can be read for this entity. */
    public final boolean isLoaded(E owner) {
        return holder(owner).isLoaded();
    }

    /** Those it leads to from an entity; raises if it is not loaded. */
    public abstract List<T> loadedTargets(E owner);

    /** Takes from an entity what the relation holds: reading it raises until it is loaded. */
    public abstract void unload(E owner);

    abstract Holder holder(E owner);

    final <H extends Holder> H required(@Nullable Object holder, Class<H> kind) {
        return kind.cast(Objects.requireNonNull(
                holder,
                () -> "%s.%s is null: give the field a value where it is declared, %s.empty()"
                        .formatted(entity.entityName(), name, kind.getSimpleName())));
    }

    /** Whether it is the same relation, of whatever alias of the entity. */
    public final boolean isSame(Relation<?, ?> other) {
        return name.equals(other.name)
                && entity.root() == other.entity.root()
                && (entity.base() == other.entity.base() || isInherited(other));
    }

    private boolean isInherited(Relation<?, ?> other) {
        return entity.entityClass().isAssignableFrom(other.entity.entityClass())
                || other.entity.entityClass().isAssignableFrom(entity.entityClass());
    }

    @Override
    public final String loadOption() {
        return "selectIn(%s.%s)".formatted(entity.constantName(), name);
    }

    /** As Java would say it. */
    @Override
    public final String toString() {
        return entity.constantName() + "." + name;
    }
}
