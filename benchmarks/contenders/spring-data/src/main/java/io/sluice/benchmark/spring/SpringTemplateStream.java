package io.sluice.benchmark.spring;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.sluice.benchmark.Database;
import io.sluice.benchmark.OrderChecksum;
import io.sluice.benchmark.StreamOrders;
import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;

/** The entity template over a pool; either with the driver's options as Spring Boot leaves them, or with those that suit a stream. */
abstract class SpringTemplateStream extends StreamOrders {

    private final boolean tuned;
    private ConnectionPool pool;
    private R2dbcEntityTemplate template;

    SpringTemplateStream(String name, boolean tuned) {
        super(name);
        this.tuned = tuned;
    }

    /** As Spring Boot configures it: results come as text. */
    public static final class AsConfiguredByBoot extends SpringTemplateStream {
        public AsConfiguredByBoot() {
            super("spring-template", false);
        }
    }

    /** With binary results, which a URL option turns on. */
    public static final class Binary extends SpringTemplateStream {
        public Binary() {
            super("spring-template-binary", true);
        }
    }

    @Override
    public void open(Database database) {
        var configuration = PostgresqlConnectionConfiguration.builder()
                .host(database.host())
                .port(database.port())
                .database(database.name())
                .username(database.user());
        if (tuned) {
            // The driver sends a statement without parameters as text, unless it is fetched in parts.
            configuration.forceBinary(true).fetchSize(10_000);
        }
        pool = new ConnectionPool(
                ConnectionPoolConfiguration.builder(new PostgresqlConnectionFactory(configuration.build()))
                        .build());
        template = new R2dbcEntityTemplate(pool);
    }

    @Override
    protected void read(OrderChecksum checksum) {
        template.select(OrderRow.class)
                .all()
                .doOnNext(row -> checksum.add(
                        row.id(), row.customerId(), row.status(), row.totalCents(), row.note(), row.createdAt()))
                .then()
                .block();
    }

    @Override
    public void close() {
        pool.disposeLater().block();
    }
}
