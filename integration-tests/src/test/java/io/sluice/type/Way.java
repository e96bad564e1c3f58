package io.sluice.type;

import io.sluice.engine.Engine;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;

/** A database, and the form in which its driver sends results. */
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
        String url = database.url();
        String tuned = this == POSTGRESQL_TEXT ? url + (url.contains("?") ? "&" : "?") + "forceBinary=false" : url;
        return Engine.create(tuned, options -> options.poolSize(2));
    }
}
