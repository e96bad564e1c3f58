package io.sluice.type;

import io.r2dbc.spi.ConnectionFactories;
import io.sluice.engine.Engine;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;

/** A database, and the form in which its driver sends results: text, where a connection factory was made elsewhere. */
enum Way {
    POSTGRESQL_BINARY("PostgreSQL, binary", TestServer.POSTGRESQL),
    POSTGRESQL_TEXT("PostgreSQL, text", TestServer.POSTGRESQL),
    H2("H2", TestServer.H2),
    MARIADB("MariaDB", TestServer.MARIADB);

    private final String title;
    private final TestServer server;

    Way(String title, TestServer server) {
        this.title = title;
        this.server = server;
    }

    String title() {
        return title;
    }

    TestServer server() {
        return server;
    }

    boolean isPostgresql() {
        return server == TestServer.POSTGRESQL;
    }

    Engine engine(TestDatabase database) {
        return this == POSTGRESQL_TEXT
                ? Engine.of(ConnectionFactories.get(database.url()), options -> options.poolSize(2))
                : Engine.create(database.url(), options -> options.poolSize(2));
    }
}
