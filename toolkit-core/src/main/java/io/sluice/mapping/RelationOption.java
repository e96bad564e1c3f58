package io.sluice.mapping;

import io.sluice.sql.Sortable;
import java.util.List;
import java.util.function.Function;

/** Something to say of a relation; {@link EntityTable} makes them. */
public sealed interface RelationOption permits RelationOption.OrderedBy, RelationOption.LoadedBy {

    /** In which order a collection comes, by columns of its target as a query calls that. */
    record OrderedBy(Function<EntityTable<?, ?>, List<? extends Sortable>> terms) implements RelationOption {}

    /** How it is loaded where a query says nothing of it. */
    record LoadedBy(LoadStrategy strategy) implements RelationOption {}
}
