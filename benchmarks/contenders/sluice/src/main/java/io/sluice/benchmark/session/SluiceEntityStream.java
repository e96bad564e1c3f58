package io.sluice.benchmark.session;

import static io.sluice.benchmark.session.Order_.ORDER;
import static io.sluice.session.Window.window;
import static io.sluice.sql.Sql.select;

import io.sluice.benchmark.Database;
import io.sluice.benchmark.OrderChecksum;
import io.sluice.benchmark.StreamOrders;
import io.sluice.engine.Engine;
import io.sluice.schema.Metadata;
import io.sluice.session.AsyncSessionFactory;
import io.sluice.session.SessionOptions;

/** Entities of a read-only session, window by window, with the engine's defaults. */
public final class SluiceEntityStream extends StreamOrders {

    private static final int WINDOW = 1_000;

    private Engine engine;
    private AsyncSessionFactory sessions;

    public SluiceEntityStream() {
        super("sluice-entities");
    }

    @Override
    public void open(Database database) {
        engine = Engine.create("r2dbc:postgresql://%s@%s:%d/%s"
                .formatted(database.user(), database.host(), database.port(), database.name()));
        sessions = AsyncSessionFactory.of(engine, Metadata.of(ORDER)).with(SessionOptions::readOnly);
    }

    @Override
    protected void read(OrderChecksum checksum) {
        sessions.streamInTransaction(session -> session.stream(select(ORDER), window(WINDOW)))
                .doOnNext(order -> checksum.add(
                        order.id, order.customerId, order.status, order.totalCents, order.note, order.createdAt))
                .then()
                .block();
    }

    @Override
    public void close() {
        engine.close().block();
    }
}
