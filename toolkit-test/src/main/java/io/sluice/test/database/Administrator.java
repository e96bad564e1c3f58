package io.sluice.test.database;

import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates and drops databases of one server by SQL. What a server that outlives this JVM still holds at its end is dropped then. */
final class Administrator {

    private static final Logger LOG = LoggerFactory.getLogger(TestServer.class);

    private final DatabaseUrl url;
    private final String dropFormat;
    private final Set<String> alive = ConcurrentHashMap.newKeySet();

    /** Several builds may share a server: the names of each start differently. */
    private final String prefix = "sluice_test_%08x_".formatted(new SecureRandom().nextInt());

    private final AtomicInteger serial = new AtomicInteger();

    Administrator(SourcedServer server, String dropFormat) {
        this.url = server.administrator();
        this.dropFormat = dropFormat;
        if (server.outlivesJvm()) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::dropAll, "sluice-test-databases"));
        }
    }

    /** Creates a database under a new name; {@code options} end the statement. */
    DatabaseUrl create(String options) {
        String name = prefix + serial.incrementAndGet();
        try {
            Script.of("CREATE DATABASE " + name + options).run(url);
        } catch (RuntimeException e) {
            throw new TestDatabaseException(
                    "Creating a test database on %s: %s; see that the server runs and lets its user create databases"
                            .formatted(url, e.getMessage()),
                    e);
        }
        alive.add(name);
        return url.withDatabase(name);
    }

    /** Creates a database and runs the template in it. */
    DatabaseUrl createFilled(Template template) {
        DatabaseUrl database = create("");
        if (template.isEmpty()) {
            return database;
        }
        try {
            new Script(template.statements()).run(database);
            return database;
        } catch (RuntimeException e) {
            drop(database);
            throw new TestDatabaseException(
                    "Filling a test database on %s: %s; correct this statement of the template"
                            .formatted(url, e.getMessage()),
                    e);
        }
    }

    void drop(DatabaseUrl database) {
        if (alive.remove(database.database())) {
            Script.of(dropFormat.formatted(database.database())).run(url);
        }
    }

    private void dropAll() {
        for (String name : alive) {
            try {
                drop(url.withDatabase(name));
            } catch (RuntimeException e) {
                LOG.warn("The test database {} on {} remains: {}", name, url, e.getMessage());
            }
        }
    }
}
