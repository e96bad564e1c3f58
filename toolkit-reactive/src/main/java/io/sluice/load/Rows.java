package io.sluice.load;

import io.sluice.load.LoadTree.Branch;
import io.sluice.mapping.Relation;
import io.sluice.mapping.ToManyRelation;
import io.sluice.mapping.ToOneRelation;
import io.sluice.state.Identities;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entities in the rows of a query: made or found row by row, and then put together where they were joined. */
final class Rows {
    private final List<EntityPlace> places;
    private final Identities identities;
    private final List<Set<Object>> found;
    private final List<Map<Object, Map<Object, Object>>> joined;

    Rows(List<EntityPlace> places, Identities identities) {
        this.places = places;
        this.identities = identities;
        this.found = new ArrayList<>();
        this.joined = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            found.add(Collections.newSetFromMap(new IdentityHashMap<>()));
            joined.add(new IdentityHashMap<>());
        }
    }

    /** The entities of a row, one for each place; null where it has none. */
    @Nullable
    Object[] read(@Nullable Object[] row) {
        @Nullable Object[] entities = new @Nullable Object[places.size()];
        for (int i = 0; i < entities.length; i++) {
            EntityPlace place = places.get(i);
            EntityPlace owner = place.owner();
            if (owner != null && entities[owner.index()] == null) {
                continue;
            }
            Object entity = identities.entity(place.table().mapper(), row, place.offset());
            entities[i] = entity;
            if (owner != null) {
                collect(place, entities[owner.index()], entity, row);
            }
            if (entity != null) {
                found.get(i).add(entity);
                place.extras().forEach(extra -> fill(place, entity, extra, row));
            }
        }
        return entities;
    }

    /** An owner with nobody is remembered, too: it has none, and that is known now. */
    @SuppressWarnings("NullAway") // it cannot see through the module's class files that a row may hold nulls
    private void collect(EntityPlace place, @Nullable Object owner, @Nullable Object entity, @Nullable Object[] row) {
        if (owner == null) {
            return;
        }
        Map<Object, Object> targets = joined.get(place.index()).computeIfAbsent(owner, none -> new LinkedHashMap<>());
        Object id = place.table().mapper().id(row, place.offset());
        if (entity != null && id != null) {
            targets.putIfAbsent(id, entity);
        }
    }

    private static void fill(EntityPlace place, Object entity, EntityPlace.Extra extra, @Nullable Object[] row) {
        place.table().mapper().fillIfAbsent(entity, extra.attribute(), row[extra.at()]);
    }

    /** Gives the owners what was joined to them, where they have nothing loaded yet. */
    void putTogether() {
        for (EntityPlace place : places) {
            Branch branch = place.branch();
            if (branch != null) {
                joined.get(place.index()).forEach((owner, targets) -> fill(branch.relation(), owner, targets.values()));
            }
        }
    }

    static void fill(Relation<Object, Object> relation, Object owner, Collection<Object> targets) {
        if (relation.isLoaded(owner)) {
            return;
        }
        if (relation instanceof ToManyRelation<Object, Object> many) {
            many.fill(owner, List.copyOf(targets));
        } else if (relation instanceof ToOneRelation<Object, Object> one) {
            one.fill(owner, targets.isEmpty() ? null : targets.iterator().next());
        }
    }

    /** The entities of a place, each once. */
    List<Object> found(EntityPlace place) {
        return List.copyOf(found.get(place.index()));
    }
}
