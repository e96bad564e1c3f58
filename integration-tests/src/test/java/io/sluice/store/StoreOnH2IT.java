package io.sluice.store;

import io.sluice.test.database.TestServer;

class StoreOnH2IT extends StoreContract {
    StoreOnH2IT() {
        super(TestServer.H2);
    }
}
