package io.sluice.travel;

import io.sluice.test.database.TestServer;

class TravelOnMariadbIT extends TravelContract {
    TravelOnMariadbIT() {
        super(TestServer.MARIADB);
    }
}
