package io.sluice.load;

import io.sluice.engine.StatementExecutor;
import io.sluice.load.LoadTree.Branch;
import io.sluice.mapping.LoadStrategy;
import io.sluice.mapping.Relation;
import io.sluice.mapping.ToManyRelation;
import io.sluice.mapping.ToOneRelation;
import io.sluice.sql.Query;
import io.sluice.state.Identities;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Loads relations of entities that are there, level by level, with one query for a relation of a level. */
final class Filling {
    private final StatementExecutor executor;
    private final Identities identities;
    private final int mostValues;

    /** The query that gave the owners, if it can be said again. */
    record Origin(Query<@Nullable Object[]> query, EntityPlace place) {}

    Filling(StatementExecutor executor, Identities identities, int mostValues) {
        this.executor = executor;
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
                .concatMap(column -> new ColumnQuery(column, mostValues).fill(owners, executor), 1)
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
                    reached.addAll(targetsOf(relation, owner));
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
        TargetQuery query = TargetQuery.of(branch, mostValues);
        return read(query, wanted, branch, origin, reached, (id, target) -> {}).then(Mono.fromRunnable(() -> {
            for (Object owner : owners) {
                Object id = relation.idOf(owner);
                Object target =
                        id == null ? null : identities.find(relation.target().root(), id);
                relation.fill(owner, target);
                if (target != null) {
                    reached.add(target);
                }
            }
        }));
    }

    private Mono<Void> loadByOwners(List<Object> owners, Branch branch, @Nullable Origin origin, Reached reached) {
        Relation<Object, Object> relation = branch.relation();
        Map<Object, List<Object>> targets = new HashMap<>();
        List<Object> ids = new ArrayList<>();
        for (Object owner : owners) {
            Object id = relation.entity().mapper().id(owner);
            ids.add(Objects.requireNonNull(id, "an entity that was read has a key"));
            targets.put(id, new ArrayList<>());
        }
        TargetQuery query = TargetQuery.of(branch, mostValues);
        boolean isRepeated = Shape.joins(branch.below(), true);
        return read(query, targets.keySet(), branch, origin, reached, (id, target) -> {
                    List<Object> its = targets.get(id);
                    if (its != null && !(isRepeated && its.stream().anyMatch(present -> present == target))) {
                        its.add(target);
                    }
                })
                .then(Mono.fromRunnable(() -> {
                    for (int i = 0; i < ids.size(); i++) {
                        Rows.fill(relation, owners.get(i), targets.getOrDefault(ids.get(i), List.of()));
                    }
                }));
    }

    /** Takes a target that was read, and what it was read for. */
    private interface Arrival {
        void of(Object id, Object target);
    }

    private Mono<Void> read(
            TargetQuery query,
            Collection<Object> ids,
            Branch branch,
            @Nullable Origin origin,
            Reached reached,
            Arrival arrival) {
        if (ids.isEmpty()) {
            return Mono.empty();
        }
        boolean isRepeated = branch.strategy() == LoadStrategy.SUBQUERY && origin != null;
        List<TargetQuery.Sent> sent = isRepeated ? List.of(query.of(origin)) : query.in(List.copyOf(ids));
        return Flux.fromIterable(sent)
                .concatMap(
                        part -> executor.execute(part.query()).list().flatMap(rows -> {
                            var entities = new Rows(part.places(), identities);
                            for (@Nullable Object[] row : rows) {
                                Object target = entities.read(row)[0];
                                Object id = part.idIn(row);
                                if (target != null && id != null) {
                                    arrival.of(id, target);
                                    reached.addNew(target);
                                }
                            }
                            return complete(entities, part.places(), isRepeated ? part.query() : null);
                        }),
                        1)
                .then();
    }

    private static List<Object> targetsOf(Relation<Object, Object> relation, Object owner) {
        if (relation instanceof ToOneRelation<Object, Object> one) {
            Object target = one.targetOf(owner);
            return target == null ? List.of() : List.of(target);
        }
        return ((ToManyRelation<Object, Object>) relation).targetsOf(owner);
    }

    /**
     * The entities that a relation leads to: those that were read just now have all that stands below already. Nobody is
     * noted where nothing stands below.
     */
    private static final class Reached {
        private final boolean notes;
        private final Set<Object> all = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Set<Object> read = Collections.newSetFromMap(new IdentityHashMap<>());

        Reached(boolean notes) {
            this.notes = notes;
        }

        void add(Object entity) {
            if (notes) {
                all.add(entity);
            }
        }

        void addAll(Collection<Object> entities) {
            entities.forEach(this::add);
        }

        void addNew(Object entity) {
            if (notes) {
                all.add(entity);
                read.add(entity);
            }
        }

        List<Object> entities() {
            return List.copyOf(all);
        }

        List<Object> before() {
            return all.stream().filter(entity -> !read.contains(entity)).toList();
        }
    }
}
