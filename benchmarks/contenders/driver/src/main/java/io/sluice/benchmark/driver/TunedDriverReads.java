package io.sluice.benchmark.driver;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.sluice.benchmark.Database;
import io.sluice.benchmark.Order;
import io.sluice.benchmark.OrderChecksum;
import io.sluice.benchmark.PointReads;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/** The driver over r2dbc-pool as fast as the two go: binary, its connections spread over an event loop for each processor. */
abstract class TunedDriverReads extends PointReads {

    private static final String SQL =
            "SELECT id, customer_id, status, total_cents, note, created_at FROM orders WHERE id = $1";

    private LoopResources loops;

    TunedDriverReads(boolean isConcurrent) {
        super("driver-tuned", isConcurrent);
    }

    /** Each read takes a connection out of the pool. */
    public static final class Pooled extends TunedDriverReads {
        private ConnectionPool pool;

        public Pooled() {
            super(true);
        }

        @Override
        void open(PostgresqlConnectionFactory factory) {
            pool = new ConnectionPool(ConnectionPoolConfiguration.builder(factory)
                    .initialSize(POOL)
                    .maxSize(POOL)
                    .build());
            pool.warmup().block();
        }

        @Override
        Mono<Order> read(Long key) {
            return Mono.usingWhen(pool.create(), connection -> order(connection, key), Connection::close);
        }

        @Override
        void closeConnections() {
            pool.disposeLater().block();
        }
    }

    /** There is only this connection, and no pool. */
    public static final class OnOneConnection extends TunedDriverReads {
        private PostgresqlConnection connection;

        public OnOneConnection() {
            super(false);
        }

        @Override
        void open(PostgresqlConnectionFactory factory) {
            connection = factory.create().block();
        }

        @Override
        Mono<Order> read(Long key) {
            return order(connection, key);
        }

        @Override
        void closeConnections() {
            connection.close().block();
        }
    }

    abstract void open(PostgresqlConnectionFactory factory);

    abstract Mono<Order> read(Long key);

    abstract void closeConnections();

    @Override
    public final void open(Database database) {
        var processors = Runtime.getRuntime().availableProcessors();
        loops = LoopResources.create("driver", processors, processors, true, false);
        open(new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(database.host())
                .port(database.port())
                .database(database.name())
                .username(database.user())
                .forceBinary(true)
                .loopResources(loops)
                .build()));
    }

    @Override
    protected final void read(List<Long> keys, int atATime, OrderChecksum checksum) {
        var orders = Flux.fromIterable(keys);
        (isConcurrent() ? orders.flatMap(this::read, atATime) : orders.concatMap(this::read))
                .doOnNext(checksum::add)
                .then()
                .block();
    }

    @Override
    public final void close() {
        closeConnections();
        loops.dispose();
    }

    static Mono<Order> order(Connection connection, Long key) {
        return Mono.from(connection.createStatement(SQL).bind(0, key).execute())
                .flatMap(result -> Mono.from(result.map(TunedDriverReads::decoded)));
    }

    private static Order decoded(Readable row) {
        return new Order(
                row.get(0, Long.class),
                row.get(1, Long.class),
                row.get(2, String.class),
                row.get(3, Long.class),
                row.get(4, String.class),
                row.get(5, Instant.class));
    }
}
