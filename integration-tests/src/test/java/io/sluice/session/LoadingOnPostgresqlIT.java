package io.sluice.session;

import io.sluice.test.database.TestServer;

class LoadingOnPostgresqlIT extends LoadingContract {
    LoadingOnPostgresqlIT() {
        super(TestServer.POSTGRESQL);
    }
}
