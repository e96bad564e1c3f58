package io.sluice.test.database;

import io.r2dbc.spi.ConnectionFactoryOptions;

/** A database of a {@link TestServer} that one test class has for itself. */
public final class TestDatabase implements AutoCloseable {

    private final TestServer server;
    private final Databases databases;
    private final DatabaseUrl url;

    TestDatabase(TestServer server, Databases databases, DatabaseUrl url) {
        this.server = server;
        this.databases = databases;
        this.url = url;
    }

    public TestServer server() {
        return server;
    }

    public String name() {
        return url.database();
    }

    /** The R2DBC URL, credentials included. */
    public String url() {
        return url.full();
    }

    public ConnectionFactoryOptions options() {
        return url.options();
    }

    /** Drops the database and ends the connections to it; waits until that is done. */
    @Override
    public void close() {
        databases.drop(url);
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
