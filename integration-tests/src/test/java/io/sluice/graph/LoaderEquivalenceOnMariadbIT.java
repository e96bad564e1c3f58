package io.sluice.graph;

import io.sluice.test.database.TestServer;

class LoaderEquivalenceOnMariadbIT extends LoaderEquivalence {
    LoaderEquivalenceOnMariadbIT() {
        super(TestServer.MARIADB, 30);
    }
}
