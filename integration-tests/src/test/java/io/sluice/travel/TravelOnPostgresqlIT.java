package io.sluice.travel;

import io.sluice.test.database.TestServer;

class TravelOnPostgresqlIT extends TravelContract {
    TravelOnPostgresqlIT() {
        super(TestServer.POSTGRESQL);
    }
}
