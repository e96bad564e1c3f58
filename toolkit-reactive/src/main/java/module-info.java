/** The engine that runs Sluice statements over R2DBC without blocking. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.sluice.reactive {
    requires transitive io.sluice.core;
    requires transitive reactor.core;
    requires transitive r2dbc.spi;
    requires r2dbc.pool;
    requires org.slf4j;
    requires static org.jspecify;
    requires static r2dbc.postgresql;
    requires static r2dbc.h2;

    exports io.sluice.engine;
}
