package io.sluice.load;

import io.sluice.load.LoadTree.Branch;
import io.sluice.mapping.Relation;
import io.sluice.mapping.ToManyRelation;
import io.sluice.mapping.ToOneRelation;
import io.sluice.mapping.UnfitRowException;
import io.sluice.state.Identities;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entities in the rows of a query: made or found row by row, and then put together where they were joined. */
final class Rows {
    private final List<EntityPlace> places;
    private final Identities identities;
    private final @Nullable Object[] entities;
    private final List<Map<Object, Object>> found;
    private final List<Map<Object, Map<Object, Object>>> joined;

    Rows(List<EntityPlace> places, Identities identities) {
        this.places = places;
        this.identities = identities;
        this.entities = new @Nullable Object[places.size()];
        this.found = new ArrayList<>();
        this.joined = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            found.add(new LinkedHashMap<>());
            joined.add(new IdentityHashMap<>());
        }
    }

    /** The entities of a row, one for each place; null where it has none. They stand there until the next row is read. */
    @Nullable
    Object[] read(@Nullable Object[] row) {
        for (int i = 0; i < entities.length; i++) {
            entities[i] = null;
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
            if (entity != null && !place.tree().isEmpty()) {
                remember(place, entity, row);
            }
        }
        return entities;
    }

    /** Only what more is loaded for: most entities are of no further interest here. */
    @SuppressWarnings("NullAway") // it cannot see through the module's class files that a row may hold nulls
    private void remember(EntityPlace place, Object entity, @Nullable Object[] row) {
        Object id = place.table().mapper().id(row, place.offset());
        if (id != null) {
            found.get(place.index()).putIfAbsent(id, entity);
        }
        for (EntityPlace.Extra extra : place.extras()) {
            place.table().mapper().fillIfAbsent(entity, extra.attribute(), row[extra.at()]);
        }
    }

    /** An owner with nobody is remembered, too: it has none, and that is known now. */
    @SuppressWarnings("NullAway") // it cannot see through the module's class files that a row may hold nulls
    private void collect(EntityPlace place, @Nullable Object owner, @Nullable Object entity, @Nullable Object[] row) {
        Branch branch = place.branch();
        if (owner == null
                || branch == null
                || !branch.relation().entity().entityClass().isInstance(owner)) {
            return;
        }
        KeyInRow key = place.key();
        if (key != null && key.isOf(branch.relation()) && !key.isUnchanged(owner, row)) {
            return;
        }
        Map<Object, Object> targets = joined.get(place.index()).computeIfAbsent(owner, none -> new LinkedHashMap<>());
        Object id = place.table().mapper().id(row, place.offset());
        boolean isGivenAway =
                entity != null && key != null && !key.isOf(branch.relation()) && !key.isUnchanged(entity, row);
        if (entity != null && id != null && !isGivenAway) {
            targets.putIfAbsent(id, entity);
        }
    }

    /** Gives the owners what was joined to them, where they have nothing loaded yet. */
    void putTogether() {
        for (EntityPlace place : places) {
            Branch branch = place.branch();
            if (branch != null) {
                joined.get(place.index()).forEach((owner, targets) -> fill(branch.relation(), owner, targets.values()));
                keep(place, branch);
            }
        }
    }

    private void keep(EntityPlace place, Branch branch) {
        if (identities.isWindow()) {
            joined.get(place.index())
                    .forEach((owner, targets) -> targets.values()
                            .forEach(target -> identities.keepWith(
                                    owner,
                                    branch.relation().entity(),
                                    target,
                                    branch.relation().target())));
        }
    }

    static void fill(Relation<Object, Object> relation, Object owner, Collection<Object> targets) {
        if (relation.isLoaded(owner)) {
            return;
        }
        if (relation instanceof ToManyRelation<Object, Object> many) {
            many.fill(owner, targets);
        } else if (relation instanceof ToOneRelation<Object, Object> one) {
            one.fill(owner, onlyOne(one, owner, targets));
        }
    }

    private static @Nullable Object onlyOne(
            ToOneRelation<Object, Object> relation, Object owner, Collection<Object> targets) {
        if (targets.size() > 1) {
            throw new UnfitRowException("%s leads from %s to %d rows, and can hold one; mend the rows, or map a ToMany"
                    .formatted(relation, relation.entity().mapper().describe(owner), targets.size()));
        }
        return targets.isEmpty() ? null : targets.iterator().next();
    }

    /** The entities of a place, each once, if more is to be loaded for them. */
    List<Object> found(EntityPlace place) {
        return List.copyOf(found.get(place.index()).values());
    }
}
