package io.sluice.safety;

import io.sluice.engine.Engine;
import io.sluice.sql.Command;
import io.sluice.sql.Query;
import io.sluice.sql.Sql;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import java.util.List;

/** A database with an engine that is read from one thread, as a test does. */
final class OpenDatabase implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase database;
    private final Engine engine;

    OpenDatabase(TestServer server) {
        database = server.database();
        engine = Engine.create(database.url(), options -> options.poolSize(1));
    }

    Engine engine() {
        return engine;
    }

    /** A name as the database has it in DDL. */
    String quoted(String name) {
        return engine.dialect().quoted(name);
    }

    <R> List<R> rows(Query<R> query) {
        return engine.execute(query).all().collectList().blockOptional(PATIENCE).orElseThrow();
    }

    long run(Command command) {
        return engine.execute(command).rowCount().blockOptional(PATIENCE).orElseThrow();
    }

    void define(String sql) {
        run(Sql.text(sql));
    }

    @Override
    public void close() {
        engine.close().block(PATIENCE);
        database.close();
    }
}
