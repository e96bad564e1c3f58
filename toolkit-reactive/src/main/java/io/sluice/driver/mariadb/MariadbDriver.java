package io.sluice.driver.mariadb;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import io.sluice.codec.Codec;
import io.sluice.engine.Driver;

/** r2dbc-mariadb. */
public final class MariadbDriver implements Driver {
    private static final Option<String> TIME_ZONE = Option.valueOf("timezone");

    @Override
    public boolean serves(String databaseName) {
        return databaseName.equals("MariaDB");
    }

    @Override
    public boolean connects(String driver) {
        return driver.equals("mariadb");
    }

    /** Sessions count in UTC, whatever the URL says: a session of another zone would read points in time as other ones. */
    @Override
    public ConnectionFactoryOptions tuned(ConnectionFactoryOptions options) {
        return options.mutate().option(TIME_ZONE, "+00:00").build();
    }

    @Override
    public Codec codec() {
        return new MariadbCodec();
    }
}
