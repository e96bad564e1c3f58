package io.sluice.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.Engine;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.core.publisher.Mono;

/** Gives each test a store of its own on PostgreSQL, and waits for what it asks. */
final class StoreDatabase implements BeforeEachCallback, AfterEachCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private record Open(TestDatabase database, Engine engine) {}

    private @Nullable Open open;

    @Override
    public void beforeEach(ExtensionContext context) {
        TestDatabase database = TestServer.POSTGRESQL.database(Store.TEMPLATE);
        open = new Open(database, Engine.create(database.url()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        engine().close().block(PATIENCE);
        Objects.requireNonNull(open, "opened before each test").database().close();
    }

    <R> List<R> list(Query<R> query) {
        return wait(engine().execute(query).list());
    }

    <R> R one(Query<R> query) {
        return wait(engine().execute(query).one());
    }

    void run(Command command) {
        engine().execute(command).done().block(PATIENCE);
    }

    long count(Command command) {
        return wait(engine().execute(command).rowCount());
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    final <R> void assertGives(Query<R> query, R... expected) {
        assertThat(list(query)).as("%s", query).containsExactly(expected);
    }

    private Engine engine() {
        return Objects.requireNonNull(open, "opened before each test").engine();
    }

    private static <T> T wait(Mono<T> mono) {
        T value = mono.block(PATIENCE);
        if (value == null) {
            throw new AssertionError("there was no result");
        }
        return value;
    }
}
