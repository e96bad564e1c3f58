package io.sluice.driver.mariadb;

import io.sluice.engine.Driver;

/** r2dbc-mariadb. */
public final class MariadbDriver implements Driver {

    @Override
    public boolean serves(String databaseName) {
        return databaseName.equals("MariaDB");
    }

    @Override
    public boolean connects(String driver) {
        return driver.equals("mariadb");
    }
}
