package io.sluice.engine;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.R2dbcException;
import io.sluice.codec.Codec;
import io.sluice.codec.StandardCodec;
import io.sluice.sql.tree.StatementNode;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What one R2DBC driver needs that others do not. Found as a service; a driver without one is treated as the standard asks. */
public interface Driver {

    /** Whether it is the one for a connection factory that calls its database so. */
    boolean serves(String databaseName);

    /** Whether it is the one that a URL names: {@code postgresql} in {@code r2dbc:postgresql://…}. */
    boolean connects(String driver);

    /** The options for a connection factory, with what makes this driver fast and safe unless the user decided otherwise. */
    default ConnectionFactoryOptions tuned(ConnectionFactoryOptions options) {
        return options;
    }

    default Codec codec() {
        return new StandardCodec();
    }

    /** Whether the driver tells how many rows such a statement touched; one that says none of all is wrong silently. */
    default boolean countsRows(StatementNode statement) {
        return true;
    }

    /** Where the driver is called: its own threads, unless it blocks them. */
    default Scheduler scheduler() {
        return Schedulers.immediate();
    }

    /** Tells the server to stop what it does for a connection; ends when it cannot hit anything that is sent later. */
    default Mono<Void> stop(ConnectionFactory factory, Connection connection) {
        return Mono.empty();
    }

    /** How the database says cursors that other statements may run between. */
    default Optional<Cursors> cursors() {
        return Optional.empty();
    }

    /** How the database says its plans. */
    default Optional<Plans> plans() {
        return Optional.empty();
    }

    /** Whether results that were left are better read to their end than cancelled, as where a cancel loses buffers. */
    default boolean readsToTheEnd() {
        return false;
    }

    /** The fetch size that asks for all rows of a statement at once. */
    default int everything(boolean hasParameters) {
        return 0;
    }

    /** The names of the constraint that an error of this driver is about; never a value. */
    default Optional<Violated> violated(R2dbcException error) {
        return Optional.empty();
    }

    /** Whether the database has undone the whole transaction in which such an error came, so that what follows would run outside of it. */
    default boolean endsTransaction(R2dbcException error) {
        String state = error.getSqlState();
        return state != null && state.startsWith("40");
    }
}
