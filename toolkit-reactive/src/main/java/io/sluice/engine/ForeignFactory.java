package io.sluice.engine;

import io.r2dbc.spi.ConnectionFactory;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection factory that was made elsewhere: what it lacks is said once, when an engine is made of it. */
final class ForeignFactory {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private ForeignFactory() {}

    static void check(ConnectionFactory factory, EngineOptions options) {
        if (options.passwords() != null) {
            throw new IllegalArgumentException(
                    "passwordFrom(…): a connection factory that was made elsewhere has its password already; give Engine.create a URL");
        }
        if (options.isBehindTransactionProxy()) {
            throw new IllegalArgumentException(
                    "behindTransactionProxy(): a connection factory that was made elsewhere cannot be told so; give Engine.create a URL");
        }
        List<String> lacks = lacks(factory);
        if (!lacks.isEmpty()) {
            LOG.warn(
                    "the connection factory of an engine was made elsewhere, and can be made better, or by Engine.create of a URL: {}",
                    String.join("; ", lacks));
        }
    }

    static List<String> lacks(ConnectionFactory factory) {
        ConnectionFactory innermost = Wrappings.innermost(factory, ConnectionFactory.class);
        List<String> lacks =
                new ArrayList<>(Drivers.serving(factory.getMetadata().getName()).lacks(innermost));
        if (factory.getClass().getName().startsWith("io.r2dbc.pool.")) {
            lacks.add("it is a pool, in front of which the engine puts its own; leave it out");
        }
        return lacks;
    }
}
