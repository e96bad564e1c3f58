package io.sluice.benchmark.engine;

import static io.sluice.benchmark.engine.OrdersTable.ORDERS;
import static io.sluice.sql.Sql.select;

import io.sluice.benchmark.Database;
import io.sluice.benchmark.Order;
import io.sluice.benchmark.OrderChecksum;
import io.sluice.benchmark.StreamOrders;
import io.sluice.engine.Engine;
import io.sluice.engine.EngineOptions;
import io.sluice.sql.Select;
import java.util.function.UnaryOperator;

/** A typed select, its rows as records; with the engine's defaults, or with the baseline's fetch size. */
abstract class SluiceStream extends StreamOrders {

    private static final Select<Order> SELECT = select(
                    ORDERS.id, ORDERS.customerId, ORDERS.status, ORDERS.totalCents, ORDERS.note, ORDERS.createdAt)
            .as(Order::new)
            .from(ORDERS);

    private final UnaryOperator<EngineOptions> options;
    private Engine engine;

    SluiceStream(String name, UnaryOperator<EngineOptions> options) {
        super(name);
        this.options = options;
    }

    /** As a program gets it that says nothing. */
    public static final class WithDefaults extends SluiceStream {
        public WithDefaults() {
            super("sluice", UnaryOperator.identity());
        }
    }

    /** With the baseline's fetch size, so that the difference is the layer's own. */
    public static final class WithLargeFetches extends SluiceStream {
        public WithLargeFetches() {
            super("sluice-fetch-10000", options -> options.fetchSize(10_000));
        }
    }

    @Override
    public void open(Database database) {
        var url = "r2dbc:postgresql://%s@%s:%d/%s"
                .formatted(database.user(), database.host(), database.port(), database.name());
        engine = Engine.create(url, options);
    }

    @Override
    protected void read(OrderChecksum checksum) {
        engine.execute(SELECT).all().doOnNext(checksum::add).then().block();
    }

    @Override
    public void close() {
        engine.close().block();
    }
}
