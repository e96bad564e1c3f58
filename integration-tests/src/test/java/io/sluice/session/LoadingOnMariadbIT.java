package io.sluice.session;

import io.sluice.test.database.TestServer;

class LoadingOnMariadbIT extends LoadingContract {
    LoadingOnMariadbIT() {
        super(TestServer.MARIADB);
    }
}
