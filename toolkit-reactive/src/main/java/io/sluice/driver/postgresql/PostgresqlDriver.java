package io.sluice.driver.postgresql;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import io.sluice.codec.Codec;
import io.sluice.engine.Driver;
import io.sluice.sql.tree.MergeNode;
import io.sluice.sql.tree.StatementNode;

/** r2dbc-postgresql. */
public final class PostgresqlDriver implements Driver {
    private static final Option<Boolean> FORCE_BINARY = Option.valueOf("forceBinary");
    private static final Option<Integer> STATEMENT_CACHE = Option.valueOf("preparedStatementCacheQueries");

    @Override
    public boolean serves(String databaseName) {
        return databaseName.equals("PostgreSQL");
    }

    @Override
    public boolean connects(String driver) {
        return driver.equals("postgresql");
    }

    /** What a user said in the URL stays. Unbounded, the driver keeps every text it ever saw prepared on the server. */
    @Override
    public ConnectionFactoryOptions tuned(ConnectionFactoryOptions options) {
        ConnectionFactoryOptions.Builder tuned = options.mutate();
        if (!options.hasOption(FORCE_BINARY)) {
            tuned.option(FORCE_BINARY, true);
        }
        if (!options.hasOption(STATEMENT_CACHE)) {
            tuned.option(STATEMENT_CACHE, 256);
        }
        return tuned.build();
    }

    /** It does not know the command tag of MERGE. */
    @Override
    public boolean countsRows(StatementNode statement) {
        return !(statement instanceof MergeNode);
    }

    @Override
    public Codec codec() {
        return new PostgresqlCodec();
    }
}
