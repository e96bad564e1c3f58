package io.sluice.graph;

import static io.sluice.graph.Department_.DEPARTMENT;
import static io.sluice.mapping.Loads.selectIn;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.Engine;
import io.sluice.engine.EngineEvent.StatementEnded;
import io.sluice.mapping.NotLoadedException;
import io.sluice.session.AsyncSessionFactory;
import io.sluice.sql.StatementException;
import io.sluice.test.assertion.Statements;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tree of departments: each number has the number that is half of it for a parent. */
class TreeIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long LAST = 31;

    private final Statements statements = new Statements();
    private final TestDatabase database = TestServer.POSTGRESQL.database();
    private final Engine engine =
            Engine.create(database.url(), options -> options.listen(StatementEnded.class, statements));
    private final AsyncSessionFactory sessions = AsyncSessionFactory.of(engine, World.MODEL);

    @BeforeEach
    void grow() {
        engine.execute(World.MODEL.createAll()).done().block(SOON);
        engine.execute(insertInto(DEPARTMENT).values(DEPARTMENT.id.to(1L)))
                .done()
                .block(SOON);
        for (long id = 2; id <= LAST; id++) {
            engine.execute(insertInto(DEPARTMENT).values(DEPARTMENT.id.to(id), DEPARTMENT.parentId.to(id / 2)))
                    .done()
                    .block(SOON);
        }
        statements.clear();
    }

    @AfterEach
    void close() {
        engine.close().block(SOON);
        database.close();
    }

    private Department root(int levels) {
        return sessions.inTransaction(session -> session.execute(select(DEPARTMENT)
                                .where(DEPARTMENT.id.eq(1L))
                                .load(selectIn(DEPARTMENT.children).recursive(levels)))
                        .one())
                .blockOptional(SOON)
                .orElseThrow();
    }

    private long selects() {
        return statements.sql().stream().filter(sql -> sql.startsWith("SELECT")).count();
    }

    private static long count(Department department) {
        return 1 + department.children.stream().mapToLong(TreeIT::count).sum();
    }

    @Test
    void isReadToItsLeaves() {
        assertThat(count(root(10))).isEqualTo(LAST);
        assertThat(selects())
                .as("the root, four levels, and one that finds no more")
                .isEqualTo(6);
    }

    @Test
    void isReadToADepth() {
        Department root = root(2);
        Department deepest = root.children.get(1).children.get(1);
        assertThat(deepest.id).isEqualTo(7L);
        assertThatThrownBy(deepest.children::size).isInstanceOf(NotLoadedException.class);
        assertThat(selects()).isEqualTo(3);
    }

    @Test
    void endsWhereItGoesInACircle() {
        engine.execute(update(DEPARTMENT).set(DEPARTMENT.parentId.to(LAST)).where(DEPARTMENT.id.eq(1L)))
                .done()
                .block(SOON);
        statements.clear();
        Department root = root(100_000);
        assertThat(root.parent.get().id).isEqualTo(LAST);
        assertThat(selects()).isLessThan(10);
    }

    @Test
    void refusesToFollowWhatLeadsElsewhere() {
        assertThatThrownBy(() -> selectIn(DEPARTMENT.members).recursive(3))
                .isInstanceOf(StatementException.class)
                .hasMessage(
                        "recursive(…): DEPARTMENT.members does not lead to entities of its own kind, so there is nothing to follow again");
    }
}
