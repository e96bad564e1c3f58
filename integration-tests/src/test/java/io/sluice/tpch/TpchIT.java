package io.sluice.tpch;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.sluice.Dialects;
import io.sluice.dialect.Dialect;
import io.sluice.engine.Engine;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The queries of TPC-H give, said by the builder, what they give written by hand: the same rows in the same order, of the same types. */
@Timeout(120)
class TpchIT {
    private static final Logger LOG = LoggerFactory.getLogger(TpchIT.class);

    @Nested
    class OnPostgresql extends Queries {
        OnPostgresql() {
            super(TestServer.POSTGRESQL, Dialects.POSTGRESQL);
        }
    }

    /** The data is loaded once, since no query changes it. */
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Queries {
        private final TestDatabase database;
        private final Engine engine;
        private final Connection driver;
        private final Map<TpchQuery, Long> milliseconds = new ConcurrentSkipListMap<>();

        Queries(TestServer server, Dialect dialect) {
            database = server.database(TpchData.template(dialect));
            engine = Engine.create(database.url());
            driver = Mono.from(ConnectionFactories.get(database.options()).create())
                    .blockOptional()
                    .orElseThrow();
        }

        @AfterAll
        void close() {
            LOG.info("TPC-H on {}, milliseconds: {}", database.server(), milliseconds);
            Mono.from(driver.close()).block();
            engine.close().block();
            database.close();
        }

        @ParameterizedTest
        @EnumSource
        void giveWhatTheyGiveWrittenByHand(TpchQuery query) {
            List<List<@Nullable Object>> byHand = byHand(query.sqlByHand());
            long start = System.nanoTime();
            List<List<@Nullable Object>> built = built(query);
            milliseconds.put(query, (System.nanoTime() - start) / 1_000_000);

            assertThat(built).isNotEmpty().isEqualTo(byHand);
        }

        private List<List<@Nullable Object>> built(TpchQuery query) {
            return Flux.from(engine.execute(query.select()).all())
                    .map(Components::of)
                    .collectList()
                    .blockOptional()
                    .orElseThrow();
        }

        /** By the bare driver, each value of the class that the driver gives it. */
        private List<List<@Nullable Object>> byHand(String sql) {
            return Flux.from(driver.createStatement(sql).execute())
                    .concatMap(result -> result.map((row, metadata) -> {
                        List<@Nullable Object> values = new ArrayList<>();
                        for (int i = 0; i < metadata.getColumnMetadatas().size(); i++) {
                            values.add(row.get(i));
                        }
                        return values;
                    }))
                    .collectList()
                    .blockOptional()
                    .orElseThrow();
        }
    }
}
