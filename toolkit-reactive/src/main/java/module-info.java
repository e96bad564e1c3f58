/** The engine that runs Sluice statements over R2DBC without blocking. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.sluice.reactive {
    requires transitive io.sluice.core;
    requires transitive reactor.core;
    requires transitive r2dbc.spi;
    requires reactor.pool;
    requires transitive org.reactivestreams;
    requires org.slf4j;
    requires static org.jspecify;
    requires static r2dbc.postgresql;
    requires static r2dbc.h2;
    requires static reactor.netty.core;
    requires static io.netty.buffer;

    exports io.sluice.codec;
    exports io.sluice.engine;
    exports io.sluice.session;

    uses io.sluice.dialect.Dialect;
    uses io.sluice.engine.Driver;

    provides io.sluice.engine.Driver with
            io.sluice.driver.postgresql.PostgresqlDriver,
            io.sluice.driver.h2.H2Driver,
            io.sluice.driver.mariadb.MariadbDriver;
}
