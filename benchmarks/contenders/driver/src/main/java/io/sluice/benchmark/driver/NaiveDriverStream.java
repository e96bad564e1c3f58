package io.sluice.benchmark.driver;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.Readable;
import io.sluice.benchmark.Database;
import io.sluice.benchmark.Order;
import io.sluice.benchmark.OrderChecksum;
import io.sluice.benchmark.StreamOrders;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The driver as its first page shows it: a URL, no options, columns by name. Results come as text. */
public final class NaiveDriverStream extends StreamOrders {

    private Connection connection;

    public NaiveDriverStream() {
        super("driver-naive");
    }

    @Override
    public void open(Database database) {
        var factory = ConnectionFactories.get("r2dbc:postgresql://%s@%s:%d/%s"
                .formatted(database.user(), database.host(), database.port(), database.name()));
        connection = Mono.from(factory.create()).block();
    }

    @Override
    protected void read(OrderChecksum checksum) {
        Flux.from(connection.createStatement("SELECT * FROM orders").execute())
                .flatMap(result -> result.map(NaiveDriverStream::order))
                .doOnNext(checksum::add)
                .then()
                .block();
    }

    @Override
    public void close() {
        Mono.from(connection.close()).block();
    }

    private static Order order(Readable row) {
        return new Order(
                row.get("id", Long.class),
                row.get("customer_id", Long.class),
                row.get("status", String.class),
                row.get("total_cents", Long.class),
                row.get("note", String.class),
                row.get("created_at", Instant.class));
    }
}
