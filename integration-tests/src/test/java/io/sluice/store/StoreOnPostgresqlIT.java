package io.sluice.store;

import io.sluice.test.database.TestServer;

class StoreOnPostgresqlIT extends StoreContract {
    StoreOnPostgresqlIT() {
        super(TestServer.POSTGRESQL);
    }
}
