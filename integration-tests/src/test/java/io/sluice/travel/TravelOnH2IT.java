package io.sluice.travel;

import io.sluice.test.database.TestServer;

class TravelOnH2IT extends TravelContract {
    TravelOnH2IT() {
        super(TestServer.H2);
    }
}
