package io.sluice.store;

import io.sluice.test.database.TestServer;

class StoreOnMariadbIT extends StoreContract {
    StoreOnMariadbIT() {
        super(TestServer.MARIADB);
    }
}
