package io.sluice.benchmark.hibernate;

import io.sluice.benchmark.Database;
import io.sluice.benchmark.OrderChecksum;
import io.sluice.benchmark.StreamOrders;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.stage.Stage;

/** Pages by key in a stateless session: Hibernate Reactive has no stream of rows, and this is the fastest that comes near one. */
public final class HibernatePagesStream extends StreamOrders {

    private static final int PAGE = 10_000;

    private Stage.SessionFactory sessions;

    public HibernatePagesStream() {
        super("hibernate-pages");
    }

    @Override
    public void open(Database database) {
        sessions = Sessions.open(database, OrderEntity.class);
    }

    @Override
    protected void read(OrderChecksum checksum) {
        sessions.withStatelessSession(session -> readAfter(0, session, checksum))
                .toCompletableFuture()
                .join();
    }

    @Override
    public void close() {
        sessions.close();
    }

    private static CompletionStage<Void> readAfter(long last, Stage.StatelessSession session, OrderChecksum checksum) {
        return session.createSelectionQuery("from Order o where o.id > :last order by o.id", OrderEntity.class)
                .setParameter("last", last)
                .setMaxResults(PAGE)
                .getResultList()
                .thenCompose(page -> {
                    add(page, checksum);
                    return page.size() < PAGE
                            ? CompletableFuture.completedFuture(null)
                            : readAfter(page.getLast().id, session, checksum);
                });
    }

    private static void add(List<OrderEntity> page, OrderChecksum checksum) {
        for (var order : page) {
            checksum.add(order.id, order.customerId, order.status, order.totalCents, order.note, order.createdAt);
        }
    }
}
