package io.sluice.graph;

import io.sluice.test.database.TestServer;

class LoaderEquivalenceOnPostgresqlIT extends LoaderEquivalence {
    LoaderEquivalenceOnPostgresqlIT() {
        super(TestServer.POSTGRESQL, 150);
    }
}
