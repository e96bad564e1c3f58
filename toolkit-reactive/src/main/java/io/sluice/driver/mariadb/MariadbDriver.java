package io.sluice.driver.mariadb;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Result;
import io.sluice.codec.Codec;
import io.sluice.engine.Driver;
import io.sluice.engine.Plans;
import io.sluice.engine.Violated;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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

    /** The server has marked the statement as killed when it answers, so only what it runs then can be hit. */
    @Override
    public Mono<Void> stop(ConnectionFactory factory, Connection connection) {
        return Mono.usingWhen(
                factory.create(),
                other -> Flux.from(other.createStatement("KILL QUERY " + threadOf(connection))
                                .execute())
                        .flatMap(Result::getRowsUpdated)
                        .then(),
                Connection::close);
    }

    @Override
    public Optional<Plans> plans() {
        return Optional.of(new MariadbPlans());
    }

    @Override
    public Optional<Violated> violated(R2dbcException error) {
        return MariadbMessage.violated(error);
    }

    /** The driver's jar has no module name that could be relied on, so its class is not known here. */
    private static Object threadOf(Connection connection) {
        try {
            return connection.getClass().getMethod("getThreadId").invoke(connection);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("r2dbc-mariadb does not tell a connection's thread any more", e);
        }
    }
}
