package io.sluice.benchmark.driver;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Readable;
import io.sluice.benchmark.Database;
import io.sluice.benchmark.Order;
import io.sluice.benchmark.OrderChecksum;
import io.sluice.benchmark.StreamOrders;
import java.time.Instant;

/** The driver as fast as its public API goes with backpressure kept: binary, in fetches, columns by index and class. */
public final class TunedDriverStream extends StreamOrders {

    private static final String SQL = "SELECT id, customer_id, status, total_cents, note, created_at FROM orders";

    /** As fast as no limit at all; with none, whoever stops early waits for the rest of the rows. */
    private static final int FETCH_SIZE = 10_000;

    private PostgresqlConnection connection;

    public TunedDriverStream() {
        super("driver-tuned");
    }

    @Override
    public void open(Database database) {
        var configuration = PostgresqlConnectionConfiguration.builder()
                .host(database.host())
                .port(database.port())
                .database(database.name())
                .username(database.user())
                .forceBinary(true)
                .build();
        connection = new PostgresqlConnectionFactory(configuration).create().block();
    }

    @Override
    protected void read(OrderChecksum checksum) {
        connection
                .createStatement(SQL)
                .fetchSize(FETCH_SIZE)
                .execute()
                .concatMap(result -> result.map(TunedDriverStream::order))
                .doOnNext(checksum::add)
                .then()
                .block();
    }

    @Override
    public void close() {
        connection.close().block();
    }

    private static Order order(Readable row) {
        return new Order(
                row.get(0, Long.class),
                row.get(1, Long.class),
                row.get(2, String.class),
                row.get(3, Long.class),
                row.get(4, String.class),
                row.get(5, Instant.class));
    }
}
