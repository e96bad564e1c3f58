package io.sluice.driver.postgresql;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import io.r2dbc.spi.R2dbcException;
import io.sluice.codec.Codec;
import io.sluice.engine.Cursors;
import io.sluice.engine.Driver;
import io.sluice.engine.Plans;
import io.sluice.engine.Violated;
import io.sluice.sql.tree.MergeNode;
import io.sluice.sql.tree.StatementNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/** r2dbc-postgresql. */
public final class PostgresqlDriver implements Driver {
    private static final Option<Collection<Object>> EXTENSIONS = Option.valueOf("extensions");
    private static final Option<Boolean> FORCE_BINARY = Option.valueOf("forceBinary");
    private static final Option<Integer> STATEMENT_CACHE = Option.valueOf("preparedStatementCacheQueries");

    private static final Option<LoopResources> LOOPS = Option.valueOf("loopResources");

    /**
     * Made when the first engine is, and shared by all: threads for each engine would serve nobody better. One for every two
     * processors: to wake another thread for each short statement costs more than it gains, and others have work to do too.
     * Odd, because Reactor Netty takes the next loop twice for each connection, so that of an even number every other one
     * would stay idle.
     */
    private static final class Loops {
        private static final int COUNT = (Runtime.getRuntime().availableProcessors() / 2) | 1;
        private static final LoopResources SPREAD =
                LoopResources.create("sluice-postgresql", COUNT, COUNT, true, false);
    }

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
        if (!options.hasOption(LOOPS)) {
            tuned.option(LOOPS, Loops.SPREAD);
        }
        if (WireExtension.class.getModule().isNamed()) {
            tuned.option(EXTENSIONS, List.of(new WireExtension()));
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

    /** A cancel request goes over a connection of its own, which the server closes when it has signalled the backend. */
    @Override
    public Mono<Void> stop(ConnectionFactory factory, Connection connection) {
        return connection instanceof PostgresqlConnection running ? running.cancelRequest() : Mono.empty();
    }

    @Override
    public Optional<Cursors> cursors() {
        return Optional.of(CURSORS);
    }

    /** A cancel in the middle of rows leaves some of their buffers to the garbage collector, which knows nothing of Netty's pools. */
    @Override
    public boolean readsToTheEnd() {
        return true;
    }

    /**
     * None is one round trip, but only with parameters: a statement without them would go by the simple protocol, which is
     * text. Any other size takes a second round trip, after the rows.
     */
    @Override
    public int everything(boolean hasParameters) {
        return hasParameters ? 0 : Integer.MAX_VALUE;
    }

    /** It refuses what follows, and a part of the transaction can still be undone alone. */
    @Override
    public boolean endsTransaction(R2dbcException error) {
        return false;
    }

    @Override
    public Optional<Plans> plans() {
        return Optional.of(new PostgresqlPlans());
    }

    @Override
    public Optional<Violated> violated(R2dbcException error) {
        if (!(error instanceof PostgresqlException told)) {
            return Optional.empty();
        }
        return Optional.of(PostgresqlMessage.violated(told.getErrorDetails()));
    }

    private static final Cursors CURSORS = new Cursors() {
        @Override
        public String declare(String name, String query) {
            return "DECLARE " + name + " NO SCROLL CURSOR FOR " + query;
        }

        @Override
        public String fetch(String name, int rows) {
            return "FETCH FORWARD " + rows + " FROM " + name;
        }

        @Override
        public String close(String name) {
            return "CLOSE " + name;
        }
    };
}
