package io.sluice.benchmark.engine;

import static io.sluice.benchmark.engine.OrdersTable.ORDERS;
import static io.sluice.sql.Sql.select;

import io.sluice.benchmark.Database;
import io.sluice.benchmark.OrderChecksum;
import io.sluice.benchmark.StreamOrders;
import io.sluice.engine.Engine;
import io.sluice.sql.Row;
import io.sluice.sql.Select;

/** The same select with its rows as rows, asked for their columns by name in Java, with the engine's defaults. */
public final class SluiceRowStream extends StreamOrders {

    private static final Select<Row> SELECT = select(
                    ORDERS.id, ORDERS.customerId, ORDERS.status, ORDERS.totalCents, ORDERS.note, ORDERS.createdAt)
            .from(ORDERS);

    private Engine engine;

    public SluiceRowStream() {
        super("sluice-row");
    }

    @Override
    public void open(Database database) {
        engine = Engine.create("r2dbc:postgresql://%s@%s:%d/%s"
                .formatted(database.user(), database.host(), database.port(), database.name()));
    }

    @Override
    protected void read(OrderChecksum checksum) {
        engine.execute(SELECT)
                .all()
                .doOnNext(row -> checksum.add(
                        row.get(ORDERS.id),
                        row.get(ORDERS.customerId),
                        row.get(ORDERS.status),
                        row.get(ORDERS.totalCents),
                        row.get(ORDERS.note),
                        row.get(ORDERS.createdAt)))
                .then()
                .block();
    }

    @Override
    public void close() {
        engine.close().block();
    }
}
