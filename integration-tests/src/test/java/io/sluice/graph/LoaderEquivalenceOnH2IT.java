package io.sluice.graph;

import io.sluice.test.database.TestServer;

class LoaderEquivalenceOnH2IT extends LoaderEquivalence {
    LoaderEquivalenceOnH2IT() {
        super(TestServer.H2, 50);
    }
}
