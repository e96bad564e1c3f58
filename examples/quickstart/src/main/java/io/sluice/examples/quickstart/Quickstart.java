package io.sluice.examples.quickstart;

import static io.sluice.examples.quickstart.Customers.CUSTOMERS;
import static io.sluice.examples.quickstart.Orders.ORDERS;
import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.cell;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;

import io.sluice.engine.Engine;
import io.sluice.engine.EngineEvent.StatementEnded;
import io.sluice.schema.Metadata;
import io.sluice.sql.Select;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Two tables, some rows, a query: on H2 in memory, so that it runs as it is. */
public final class Quickstart {

    /** A line of the report; its components take the columns of the query by position. */
    record CustomerRevenue(String name, long orders, Long cents) {}

    record Purchase(long customerId, int cents, String status) {}

    private static final List<Purchase> PURCHASES =
            List.of(new Purchase(1, 1200, "paid"), new Purchase(1, 850, "pending"), new Purchase(2, 4300, "paid"));

    private static final Metadata SHOP = Metadata.of(CUSTOMERS, ORDERS);

    private Quickstart() {}

    /** Runs it, and waits for it: a server would give the publishers to its web framework instead. */
    public static void main(String[] args) {
        Engine engine = Engine.create(
                "r2dbc:h2:mem:///quickstart?options=DB_CLOSE_DELAY=-1",
                options -> options.listen(
                        StatementEnded.class,
                        ended -> System.out.printf(
                                "%n%s%n  took %d ms%n",
                                ended.statement().sql(), ended.duration().toMillis())));

        engine.execute(SHOP.createAll())
                .done()
                .then(fill(engine))
                .thenMany(report(engine))
                .then(payAll(engine))
                .thenMany(report(engine))
                .then(engine.close())
                .block();
    }

    private static Mono<Void> fill(Engine engine) {
        var customers = insertInto(CUSTOMERS).values(CUSTOMERS.name.to("Ada")).values(CUSTOMERS.name.to("Grace"));
        var orders = insertInto(ORDERS)
                .rows(
                        PURCHASES,
                        cell(ORDERS.customerId, Purchase::customerId),
                        cell(ORDERS.totalCents, Purchase::cents),
                        cell(ORDERS.status, Purchase::status));
        return engine.execute(customers)
                .rowCount()
                .then(engine.execute(orders).rowCount())
                .then();
    }

    /** A statement is a value: nothing runs before somebody subscribes. The join needs no ON, it follows the foreign key. */
    private static Flux<CustomerRevenue> report(Engine engine) {
        Select<CustomerRevenue> revenue = select(
                        CUSTOMERS.name,
                        count().as("orders"),
                        sum(ORDERS.totalCents).as("cents"))
                .as(CustomerRevenue::new)
                .from(CUSTOMERS)
                .join(ORDERS)
                .where(ORDERS.status.eq("paid"))
                .groupBy(CUSTOMERS.name)
                .orderBy(CUSTOMERS.name);
        return engine.execute(revenue)
                .list()
                .flatMapIterable(lines -> lines)
                .doOnNext(line -> System.out.println("  " + line));
    }

    private static Mono<Long> payAll(Engine engine) {
        var pay = update(ORDERS).set(ORDERS.status.to("paid")).where(ORDERS.status.eq("pending"));
        return engine.execute(pay).rowCount().doOnNext(rows -> System.out.println("  " + rows + " row changed"));
    }
}
