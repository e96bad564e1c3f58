package io.sluice.benchmark.engine;

import static io.sluice.benchmark.engine.OrdersTable.ORDERS;
import static io.sluice.sql.Sql.select;

import io.sluice.benchmark.Database;
import io.sluice.benchmark.Order;
import io.sluice.benchmark.OrderChecksum;
import io.sluice.benchmark.PointReads;
import io.sluice.engine.Engine;
import io.sluice.engine.StatementExecutor;
import io.sluice.sql.Select;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A typed select by key, built anew for each read as a handler of requests would, with the engine's defaults. */
abstract class SluiceReads extends PointReads {

    private static final Select<Order> SELECT = select(
                    ORDERS.id, ORDERS.customerId, ORDERS.status, ORDERS.totalCents, ORDERS.note, ORDERS.createdAt)
            .as(Order::new)
            .from(ORDERS);

    private Engine engine;

    SluiceReads(String name, boolean isConcurrent) {
        super(name, isConcurrent);
    }

    /** Each read leases a connection, many at a time. */
    public static final class Pooled extends SluiceReads {
        public Pooled() {
            super("sluice", true);
        }

        @Override
        Flux<Order> orders(Engine engine, List<Long> keys, int atATime) {
            return Flux.fromIterable(keys).flatMap(key -> order(engine, key), atATime);
        }
    }

    /** Each read leases the connection, one after the other. */
    public static final class OneByOne extends SluiceReads {
        public OneByOne() {
            super("sluice", false);
        }

        @Override
        Flux<Order> orders(Engine engine, List<Long> keys, int atATime) {
            return Flux.fromIterable(keys).concatMap(key -> order(engine, key));
        }
    }

    /** All reads are in one transaction, and so on the connection that it has. */
    public static final class InTransaction extends SluiceReads {
        public InTransaction() {
            super("sluice-transaction", false);
        }

        @Override
        Flux<Order> orders(Engine engine, List<Long> keys, int atATime) {
            return engine.streamInTransaction(tx -> Flux.fromIterable(keys).concatMap(key -> order(tx, key)));
        }
    }

    abstract Flux<Order> orders(Engine engine, List<Long> keys, int atATime);

    static Mono<Order> order(StatementExecutor executor, Long key) {
        return executor.execute(SELECT.where(ORDERS.id.eq(key))).one();
    }

    @Override
    public void open(Database database) {
        engine = Engine.create("r2dbc:postgresql://%s@%s:%d/%s"
                .formatted(database.user(), database.host(), database.port(), database.name()));
    }

    @Override
    protected void read(List<Long> keys, int atATime, OrderChecksum checksum) {
        orders(engine, keys, atATime).doOnNext(checksum::add).then().block();
    }

    @Override
    public void close() {
        engine.close().block();
    }
}
