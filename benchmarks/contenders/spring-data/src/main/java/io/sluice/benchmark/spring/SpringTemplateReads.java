package io.sluice.benchmark.spring;

import static org.springframework.data.relational.core.query.Criteria.where;
import static org.springframework.data.relational.core.query.Query.query;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.sluice.benchmark.Database;
import io.sluice.benchmark.OrderChecksum;
import io.sluice.benchmark.PointReads;
import java.util.List;
import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;
import reactor.core.publisher.Flux;

/** The entity template over a pool, with the driver's options as Spring Boot leaves them. */
public final class SpringTemplateReads extends PointReads {

    private ConnectionPool pool;
    private R2dbcEntityTemplate template;

    public SpringTemplateReads() {
        super("spring-template", true);
    }

    @Override
    public void open(Database database) {
        var configuration = PostgresqlConnectionConfiguration.builder()
                .host(database.host())
                .port(database.port())
                .database(database.name())
                .username(database.user())
                .build();
        pool = new ConnectionPool(ConnectionPoolConfiguration.builder(new PostgresqlConnectionFactory(configuration))
                .initialSize(POOL)
                .maxSize(POOL)
                .build());
        template = new R2dbcEntityTemplate(pool);
    }

    @Override
    protected void read(List<Long> keys, int atATime, OrderChecksum checksum) {
        Flux.fromIterable(keys)
                .flatMap(key -> template.selectOne(query(where("id").is(key)), OrderRow.class), atATime)
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
