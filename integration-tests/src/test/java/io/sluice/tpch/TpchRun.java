package io.sluice.tpch;

import static io.sluice.sql.Sql.field;
import static io.sluice.sql.Sql.text;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.sluice.dialect.Dialect;
import io.sluice.engine.Engine;
import io.sluice.sql.Field;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

/** A database with the data of TPC-H, loaded once since no query changes it, and what the queries give there. */
final class TpchRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TpchRun.class);

    private final TestDatabase database;
    private final Engine engine;
    private final Map<TpchQuery, Long> milliseconds = new TreeMap<>();

    TpchRun(TestServer server, Dialect dialect) {
        database = server.database(TpchData.template(dialect));
        engine = Engine.create(database.url());
    }

    List<List<@Nullable Object>> built(TpchQuery query) {
        long start = System.nanoTime();
        var rows = all(engine.execute(query.select()).all().map(Components::of));
        milliseconds.put(query, (System.nanoTime() - start) / 1_000_000);
        return rows;
    }

    /** Values of the classes that the driver chooses. */
    List<List<@Nullable Object>> byHandAndBareDriver(TpchQuery query) {
        String sql = query.sqlByHand();
        return all(Flux.usingWhen(
                ConnectionFactories.get(database.options()).create(),
                connection -> Flux.from(connection.createStatement(sql).execute())
                        .concatMap(result -> result.map((row, metadata) ->
                                values(metadata.getColumnMetadatas().size(), row::get))),
                Connection::close));
    }

    /** Values of the classes that the query has, since some drivers give a sum of whole numbers as a decimal one. */
    List<List<@Nullable Object>> byHand(TpchQuery query) {
        Field<?>[] fields = query.select().resultItems().stream()
                .map(item -> field("any", item.type()))
                .toArray(Field<?>[]::new);
        var byHand = text(query.sqlByHand()).returning(fields[0], Arrays.copyOfRange(fields, 1, fields.length));
        return all(engine.execute(byHand).all().map(row -> values(row.size(), row::get)));
    }

    @Override
    public void close() {
        LOG.info("TPC-H on {}, milliseconds: {}", database.server(), milliseconds);
        engine.close().block();
        database.close();
    }

    private static List<@Nullable Object> values(int size, IntFunction<@Nullable Object> valueAt) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(valueAt.apply(i));
        }
        return values;
    }

    private static <T> List<T> all(Flux<T> rows) {
        return rows.collectList().blockOptional().orElseThrow();
    }
}
