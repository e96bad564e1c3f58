package io.sluice.test.database;

import java.util.concurrent.atomic.AtomicInteger;

/** H2 makes a database in memory when it is first connected to; this one stays until it is dropped. */
final class H2Databases implements Databases {

    private final SourcedServer server;
    private final AtomicInteger serial = new AtomicInteger();

    H2Databases(SourcedServer server) {
        this.server = server;
    }

    @Override
    public DatabaseUrl create(Template template) {
        DatabaseUrl url = server.administrator().withDatabase("sluice_test_" + serial.incrementAndGet());
        try {
            new Script(template.statements()).run(url);
            return url;
        } catch (RuntimeException e) {
            drop(url);
            throw new TestDatabaseException(
                    "Filling a test database of H2: %s; correct this statement of the template"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    @Override
    public void drop(DatabaseUrl url) {
        Script.of("SHUTDOWN IMMEDIATELY").run(url);
    }
}
