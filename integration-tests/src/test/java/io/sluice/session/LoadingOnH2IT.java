package io.sluice.session;

import io.sluice.test.database.TestServer;

class LoadingOnH2IT extends LoadingContract {
    LoadingOnH2IT() {
        super(TestServer.H2);
    }
}
