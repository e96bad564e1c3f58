package io.sluice.graph;

import static io.sluice.graph.Asset_.ASSET;
import static io.sluice.graph.Car_.CAR;
import static io.sluice.graph.Manager_.MANAGER;
import static io.sluice.graph.Person_.PERSON;
import static io.sluice.graph.Trailer_.TRAILER;

import io.sluice.mapping.EntityTable;
import io.sluice.mapping.Load;
import io.sluice.mapping.LoadStrategy;
import io.sluice.mapping.Loads;
import io.sluice.mapping.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Ways through the model, each step by a strategy, all at random. */
final class RandomLoads {
    private static final List<LoadStrategy> STRATEGIES =
            List.of(LoadStrategy.SELECT_IN, LoadStrategy.JOINED, LoadStrategy.SUBQUERY);

    private final Random random;

    /** What was asked of entities, and what of those it leads to. */
    record Asked(Map<Relation<Object, Object>, Asked> relations, Map<Relation<Object, Object>, LoadStrategy> by) {
        static Asked nothing() {
            return new Asked(new LinkedHashMap<>(), new LinkedHashMap<>());
        }
    }

    RandomLoads(Random random) {
        this.random = random;
    }

    /** Loads that begin with an entity, remembered in {@code asked}. */
    List<Load<?, ?>> of(EntityTable<?, ?> root, Asked asked) {
        List<Load<?, ?>> loads = new ArrayList<>();
        int ways = 1 + random.nextInt(3);
        for (int i = 0; i < ways; i++) {
            loads.add(way(root, asked));
        }
        return loads;
    }

    private Load<?, ?> way(EntityTable<?, ?> root, Asked asked) {
        Load<Object, Object> load = null;
        EntityTable<?, ?> at = root;
        Asked known = asked;
        int steps = 1 + random.nextInt(3);
        for (int i = 0; i < steps; i++) {
            List<Relation<Object, Object>> choices = relationsOf(at);
            Relation<Object, Object> relation = choices.get(random.nextInt(choices.size()));
            LoadStrategy strategy =
                    known.by().computeIfAbsent(relation, none -> STRATEGIES.get(random.nextInt(STRATEGIES.size())));
            load = load == null ? first(relation, strategy) : next(load, relation, strategy);
            known = known.relations().computeIfAbsent(relation, none -> Asked.nothing());
            at = relation.target();
        }
        if (load == null) {
            throw new AssertionError("a way has at least one step");
        }
        return load;
    }

    /** Those of subclasses too: they concern only some of the entities. */
    private static List<Relation<Object, Object>> relationsOf(EntityTable<?, ?> table) {
        List<Relation<Object, Object>> all = new ArrayList<>(relations(table));
        if (table == PERSON) {
            all.add(untyped(MANAGER.secretary));
        } else if (table == ASSET) {
            all.add(untyped(CAR.place));
            all.add(untyped(CAR.trailers));
            all.add(untyped(TRAILER.car));
        }
        return all;
    }

    private static List<Relation<Object, Object>> relations(EntityTable<?, ?> table) {
        return table.mapper().relations().stream()
                .<Relation<Object, Object>>map(RandomLoads::untyped)
                .toList();
    }

    private static Load<Object, Object> first(Relation<Object, Object> relation, LoadStrategy strategy) {
        return switch (strategy) {
            case JOINED -> Loads.joined(relation);
            case SUBQUERY -> Loads.subquery(relation);
            default -> Loads.selectIn(relation);
        };
    }

    private static Load<Object, Object> next(
            Load<Object, Object> load, Relation<Object, Object> relation, LoadStrategy strategy) {
        return switch (strategy) {
            case JOINED -> load.joined(relation);
            case SUBQUERY -> load.subquery(relation);
            default -> load.selectIn(relation);
        };
    }

    @SuppressWarnings("unchecked") // the way is right by the tables it goes over
    static Relation<Object, Object> untyped(Relation<?, ?> relation) {
        return (Relation<Object, Object>) relation;
    }
}
