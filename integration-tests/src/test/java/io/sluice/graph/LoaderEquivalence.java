package io.sluice.graph;

import static io.sluice.graph.Asset_.ASSET;
import static io.sluice.graph.Assignment_.ASSIGNMENT;
import static io.sluice.graph.Car_.CAR;
import static io.sluice.graph.Department_.DEPARTMENT;
import static io.sluice.graph.Manager_.MANAGER;
import static io.sluice.graph.Note_.NOTE;
import static io.sluice.graph.Person_.PERSON;
import static io.sluice.graph.Project_.PROJECT;
import static io.sluice.graph.Skill_.SKILL;
import static io.sluice.graph.Trailer_.TRAILER;
import static io.sluice.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.Engine;
import io.sluice.graph.RandomLoads.Asked;
import io.sluice.mapping.EntityTable;
import io.sluice.mapping.Load;
import io.sluice.mapping.Relation;
import io.sluice.mapping.ToManyRelation;
import io.sluice.mapping.ToOneRelation;
import io.sluice.schema.Column;
import io.sluice.session.AsyncSessionFactory;
import io.sluice.sql.LoadOption;
import io.sluice.sql.Select;
import io.sluice.sql.Sortable;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Each strategy, and each chain of them, loads what a join in memory gives: no more, no less, and in order where there is one. */
abstract class LoaderEquivalence {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<EntityTable<?, ?>> ROOTS =
            List.of(DEPARTMENT, PERSON, MANAGER, SKILL, PROJECT, ASSIGNMENT, NOTE, ASSET, CAR, TRAILER);
    private static final int CASES_IN_A_WORLD = 100;

    private final TestServer server;
    private final int sample;

    LoaderEquivalence(TestServer server, int sample) {
        this.server = server;
        this.sample = sample;
    }

    @Test
    void holdsForASample() {
        holdsFor(sample, 20_261_120L);
    }

    @Test
    @Tag("thorough")
    void holdsForMany() {
        holdsFor(sample * 34, new Random().nextLong());
    }

    private void holdsFor(int cases, long seed) {
        Random random = new Random(seed);
        for (int done = 0; done < cases; done += CASES_IN_A_WORLD) {
            long world = random.nextLong();
            inWorld(world, Math.min(CASES_IN_A_WORLD, cases - done));
        }
    }

    private void inWorld(long seed, int cases) {
        World world = new World(seed);
        Random random = new Random(seed);
        try (TestDatabase database = server.database()) {
            Engine engine = Engine.create(database.url(), options -> options.poolSize(2));
            try {
                engine.execute(World.MODEL.createAll()).done().block(PATIENCE);
                engine.inTransaction(tx -> Flux.fromIterable(world.commands())
                                .concatMap(command -> tx.execute(command).done())
                                .then())
                        .block(PATIENCE);
                AsyncSessionFactory sessions = AsyncSessionFactory.of(engine, World.MODEL);
                for (int i = 0; i < cases; i++) {
                    check(world, sessions, random, "world %d, case %d".formatted(seed, i));
                }
            } finally {
                engine.close().block(PATIENCE);
            }
        }
    }

    private static void check(World world, AsyncSessionFactory sessions, Random random, String label) {
        EntityTable<Object, ?> root = untyped(ROOTS.get(random.nextInt(ROOTS.size())));
        Asked asked = Asked.nothing();
        List<Load<?, ?>> loads = new RandomLoads(random).of(root, asked);
        Select<Object> query = select(root).load(loads.toArray(LoadOption[]::new));
        if (random.nextBoolean()) {
            Sortable[] byKey =
                    root.primaryKeyColumns().stream().map(Column::desc).toArray(Sortable[]::new);
            query = query.orderBy(byKey).limit(1 + random.nextInt(6)).offset(random.nextInt(3));
        }
        Select<Object> sent = query;
        boolean streams = random.nextInt(4) == 0;
        try {
            List<Object> found = sessions.inTransaction(session -> streams
                            ? session.execute(sent).all().collectList()
                            : session.execute(sent).list())
                    .blockOptional(PATIENCE)
                    .orElseThrow();
            compare(world, found, asked, label + ": " + loads);
        } catch (RuntimeException e) {
            throw new AssertionError(label + ": " + loads + " of " + sent, e);
        }
    }

    private static void compare(World world, List<Object> owners, Asked asked, String label) {
        asked.relations()
                .forEach((relation, further) -> owners.stream()
                        .filter(relation.entity().entityClass()::isInstance)
                        .forEach(owner -> compare(world, owner, relation, further, label)));
    }

    private static void compare(
            World world, Object owner, Relation<Object, Object> relation, Asked further, String label) {
        if (owner instanceof Skill skill) {
            assertThat(skill.next).isEqualTo(skill.id + 1);
        }
        EntityTable<Object, ?> entity = relation.entity();
        String name = entity.root().entityName() + "." + relation.name();
        List<Object> targets = targetsOf(owner, relation);
        List<Object> ids = targets.stream()
                .map(target -> untyped(relation.target()).mapper().id(target))
                .toList();
        List<Object> expected =
                world.expected(name, Objects.requireNonNull(entity.mapper().id(owner)));
        boolean isOrdered = !relation.ordering(relation.target()).isEmpty();
        if (isOrdered) {
            assertThat(ids)
                    .as("%s of %s in %s", name, entity.mapper().describe(owner), label)
                    .isEqualTo(expected);
        } else {
            assertThat(ids)
                    .as("%s of %s in %s", name, entity.mapper().describe(owner), label)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
        compare(world, targets, further, label);
    }

    private static List<Object> targetsOf(Object owner, Relation<Object, Object> relation) {
        if (relation instanceof ToManyRelation<Object, Object> many) {
            return many.loadedTargets(owner);
        }
        Object target = ((ToOneRelation<Object, Object>) relation).targetOf(owner);
        return target == null ? List.of() : List.of(target);
    }

    @SuppressWarnings("unchecked") // its own objects are all that it meets
    private static EntityTable<Object, ?> untyped(EntityTable<?, ?> table) {
        return (EntityTable<Object, ?>) table;
    }
}
