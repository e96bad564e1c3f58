package io.sluice.load;

import io.sluice.load.LoadTree.Branch;
import io.sluice.mapping.EntityTable;
import io.sluice.mapping.LoadStrategy;
import io.sluice.mapping.Relation;
import io.sluice.mapping.ToOneRelation;
import io.sluice.mapping.UnfitRowException;
import io.sluice.sql.Query;
import io.sluice.state.Identities;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Loads relations of entities that are there, level by level, with one query for a relation of a level. */
final class Filling {
    private final Reads reads;
    private final Identities identities;
    private final int mostValues;

    /** The query that gave the owners, if it can be said again. */
    record Origin(Query<@Nullable Object[]> query, EntityPlace place) {}

    Filling(Reads reads, Identities identities, int mostValues) {
        this.reads = reads;
        this.identities = identities;
        this.mostValues = mostValues;
    }

    Identities identities() {
        return identities;
    }

    /** Puts together what was read in one query, and loads what else was asked for. */
    Mono<Void> complete(Rows rows, List<EntityPlace> places, @Nullable Query<@Nullable Object[]> query) {
        rows.putTogether();
        return Flux.fromIterable(places)
                .concatMap(
                        place -> fill(rows.found(place), place.tree(), query == null ? null : new Origin(query, place)),
                        1)
                .then();
    }

    /** Loads what a tree says with entities that are there; what could be joined to a query has been. */
    Mono<Void> fill(List<Object> owners, LoadTree tree, @Nullable Origin origin) {
        Mono<Void> columns = Flux.fromIterable(tree.columns())
                .concatMap(column -> new ColumnQuery(column, mostValues).fill(owners, reads), 1)
                .then();
        Mono<Void> relations = Flux.fromIterable(tree.branches())
                .filter(branch ->
                        branch.strategy() == LoadStrategy.SELECT_IN || branch.strategy() == LoadStrategy.SUBQUERY)
                .concatMap(branch -> fill(owners, branch, origin), 1)
                .then();
        return columns.then(relations);
    }

    /** A relation that is followed again goes level by level; who was met before is not asked again, so circles end. */
    private Mono<Void> fill(List<Object> owners, Branch branch, @Nullable Origin origin) {
        if (branch.depth() == 1) {
            return level(owners, branch, origin).then();
        }
        return Mono.defer(() -> {
            Set<Object> met = Collections.newSetFromMap(new IdentityHashMap<>());
            AtomicInteger levels = new AtomicInteger();
            return Mono.just(owners)
                    .expand(some -> levels.getAndIncrement() == branch.depth()
                            ? Mono.empty()
                            : level(some.stream().filter(met::add).toList(), branch, null))
                    .then();
        });
    }

    /** Loads a relation for its owners, and what stands below it; gives those it leads to, or nothing if there are none. */
    private Mono<List<Object>> level(List<Object> owners, Branch branch, @Nullable Origin origin) {
        return Mono.defer(() -> {
            Relation<Object, Object> relation = branch.relation();
            List<Object> having = owners.stream()
                    .filter(relation.entity().entityClass()::isInstance)
                    .toList();
            if (having.isEmpty()) {
                return Mono.empty();
            }
            var reached = new Reached(branch.hasMore());
            List<Object> wanting = new ArrayList<>();
            for (Object owner : having) {
                if (relation.isLoaded(owner)) {
                    reached.addAll(relation.loadedTargets(owner));
                } else {
                    wanting.add(owner);
                }
            }
            Mono<Void> loaded = wanting.isEmpty() ? Mono.empty() : load(wanting, branch, origin, reached);
            return loaded.then(Mono.defer(() -> below(branch, reached)));
        });
    }

    /** What stands below a relation concerns all that it leads to; those that were read just now have it already. */
    private Mono<List<Object>> below(Branch branch, Reached reached) {
        List<Object> before = reached.before();
        Mono<Void> loaded =
                before.isEmpty() ? Mono.empty() : fill(before, branch.below().withoutQuery(), null);
        return loaded.then(Mono.fromSupplier(reached::entities));
    }

    private Mono<Void> load(List<Object> owners, Branch branch, @Nullable Origin origin, Reached reached) {
        if (branch.relation() instanceof ToOneRelation<Object, Object> one && one.hasForeignKey()) {
            return loadByTheirKeys(owners, one, branch, origin, reached);
        }
        return loadByOwners(owners, branch, origin, reached);
    }

    /** The owners know whom they want; those that the session has are not read again. */
    private Mono<Void> loadByTheirKeys(
            List<Object> owners,
            ToOneRelation<Object, Object> relation,
            Branch branch,
            @Nullable Origin origin,
            Reached reached) {
        Set<Object> wanted = new LinkedHashSet<>();
        for (Object owner : owners) {
            Object id = relation.idOf(owner);
            if (id != null && identities.find(relation.target().root(), id) == null) {
                wanted.add(id);
            }
        }
        var asked = new Asked(wanted, true);
        return read(asked, branch, origin, reached)
                .then(Mono.defer(() -> again(asked, branch, reached)))
                .doOnNext(more -> {
                    for (Object owner : owners) {
                        fill(relation, owner, asked, more, reached);
                    }
                })
                .then();
    }

    /** An id may be answered with the row of another that is like it and was asked for too; asked alone, it is told. */
    private Mono<Asked> again(Asked asked, Branch branch, Reached reached) {
        var more = new Asked(asked.unansweredAmongAlike(), true);
        return read(more, branch, null, reached).thenReturn(more);
    }

    private void fill(ToOneRelation<Object, Object> relation, Object owner, Asked asked, Asked more, Reached reached) {
        EntityTable<Object, ?> target = relation.target();
        Object id = relation.idOf(owner);
        Object found = id == null ? null : identities.find(target.root(), id);
        if (id != null && found == null) {
            found = Stream.of(asked, more)
                    .flatMap(some -> some.targets(id).stream())
                    .findFirst()
                    .orElse(null);
        }
        if (!target.entityClass().isInstance(found)) {
            found = null;
        }
        relation.fill(owner, found);
        if (found != null) {
            identities.keepWith(owner, relation.entity(), found, target);
            reached.add(found);
        }
    }

    private Mono<Void> loadByOwners(List<Object> owners, Branch branch, @Nullable Origin origin, Reached reached) {
        Relation<Object, Object> relation = branch.relation();
        List<Object> ids = owners.stream()
                .map(owner -> identities.idOf(relation.entity(), owner))
                .toList();
        boolean hasTableBetween = relation.keyed().isEmpty();
        var asked = new Asked(ids, hasTableBetween || Shape.joins(branch.below(), true));
        return read(asked, branch, origin, reached).then(Mono.fromRunnable(() -> {
            for (int i = 0; i < owners.size(); i++) {
                List<Object> targets = asked.targets(ids.get(i));
                Rows.fill(relation, owners.get(i), targets);
                for (Object target : targets) {
                    identities.keepWith(owners.get(i), relation.entity(), target, relation.target());
                }
            }
        }));
    }

    /**
     * Reads what was asked for. A query that is said again may find other owners than before; so those for whom it found
     * nothing are asked for by their ids.
     */
    private Mono<Void> read(Asked asked, Branch branch, @Nullable Origin origin, Reached reached) {
        TargetQuery query = TargetQuery.of(branch, mostValues);
        if (branch.strategy() == LoadStrategy.SUBQUERY && origin != null) {
            return Mono.defer(() ->
                            asked.ids().isEmpty() ? Mono.empty() : read(query.of(origin), asked, branch, reached, true))
                    .then(Mono.defer(() -> read(query.in(asked.unanswered()), asked, branch, reached)));
        }
        return read(query.in(asked.ids()), asked, branch, reached);
    }

    private Mono<Void> read(List<TargetQuery.Sent> sent, Asked asked, Branch branch, Reached reached) {
        return Flux.fromIterable(sent)
                .concatMap(part -> read(part, asked, branch, reached, false), 1)
                .then();
    }

    private Mono<Void> read(TargetQuery.Sent sent, Asked asked, Branch branch, Reached reached, boolean isRepeated) {
        return reads.list(sent.query()).flatMap(rows -> {
            var entities = new Rows(sent.places(), identities);
            for (@Nullable Object[] row : rows) {
                Object target = entities.read(row)[0];
                Object id = sent.idIn(row);
                if (target != null && id != null && sent.isUnchanged(target, id)) {
                    if (!asked.arrived(id, target) && !isRepeated) {
                        throw unaskedFor(branch.relation());
                    }
                    reached.addNew(target);
                }
            }
            return complete(entities, sent.places(), isRepeated ? sent.query() : null);
        });
    }

    private static UnfitRowException unaskedFor(Relation<?, ?> relation) {
        return new UnfitRowException(
                "%s: the database takes keys for equal that differ by more than case, accents and spaces at their end; write such keys alike on both sides, or give their columns a binary collation"
                        .formatted(relation));
    }
}
