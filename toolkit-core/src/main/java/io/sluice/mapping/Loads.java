package io.sluice.mapping;

import io.sluice.schema.Column;

/** What a query loads besides its entities, made for a static import: {@code select(AUTHOR).load(selectIn(AUTHOR.books))}. */
public final class Loads {

    private Loads() {}

    /** By one further query for all owners, by their keys: right for most collections. */
    public static <E, T> Load<E, T> selectIn(Relation<E, T> relation) {
        return Load.from(relation.entity()).selectIn(relation);
    }

    /** By a left join in the query itself: right for a relation to one. Collections are put together again, whatever the limit. */
    public static <E, T> Load<E, T> joined(Relation<E, T> relation) {
        return Load.from(relation.entity()).joined(relation);
    }

    /**
     * By one further query for all owners, which repeats the query itself: right where there are too many keys to send. Who
     * is found without targets is asked for once more by key, since the query may find others when it is repeated.
     */
    public static <E, T> Load<E, T> subquery(Relation<E, T> relation) {
        return Load.from(relation.entity()).subquery(relation);
    }

    /** By a join that stands in the query: what that join finds is what the relation holds, and a limit counts the rows of that join. */
    public static <E, T> Load<E, T> contained(Relation<E, T> relation) {
        return Load.from(relation.entity()).contained(relation);
    }

    /** As {@link #contained(Relation)}, where the query calls what the relation leads to by an alias. */
    public static <E, T> Load<E, T> contained(Relation<E, T> relation, EntityTable<T, ?> alias) {
        return Load.from(relation.entity()).contained(relation, alias);
    }

    /** Not at all, whatever the relation says by itself. */
    public static <E, T> Load<E, T> raise(Relation<E, T> relation) {
        return Load.from(relation.entity()).raise(relation);
    }

    /** Columns that are left out unless somebody asks for them. */
    public static <E> Load<E, E> columns(EntityTable<E, ?> entity, Column<?> first, Column<?>... more) {
        return Load.from(entity).columns(first).columns(more);
    }
}
