package io.sluice.schema;

import static io.sluice.schema.Columns.column;
import static io.sluice.schema.Columns.generated;
import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.varchar;

import io.sluice.engine.Engine;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hundreds of tables, each with keys to three others, so that they are full of circles. */
@Timeout(300)
class ManyTablesIT {
    private static final Logger LOG = LoggerFactory.getLogger(ManyTablesIT.class);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @ParameterizedTest
    @EnumSource
    void areCreatedAndDroppedInAnOrderThatHolds(TestServer server) {
        // each is a file of its own to MariaDB, which takes its time
        createAndDrop(server, server == TestServer.MARIADB ? 50 : 500);
    }

    @Test
    @Tag("thorough")
    void areAsManyOnMariadb() {
        createAndDrop(TestServer.MARIADB, 500);
    }

    private static void createAndDrop(TestServer server, int tables) {
        var random = new Random(500);
        Metadata model = Metadata.of(IntStream.range(0, tables)
                .mapToObj(i -> Table.named(
                        "t" + i,
                        column("id", BIGINT, primaryKey(), generated()),
                        column("name", varchar(40), notNull()),
                        column("a", references("t" + random.nextInt(tables), "id", BIGINT)),
                        column("b", references("t" + random.nextInt(tables), "id", BIGINT)),
                        column("c", references("t" + random.nextInt(tables), "id", BIGINT))))
                .toArray(Table[]::new));
        TestDatabase database = server.database();
        Engine engine = Engine.create(database.url(), options -> options.poolSize(1));
        try {
            long start = System.nanoTime();
            engine.execute(model.createAll().strict()).done().block(PATIENCE);
            long created = System.nanoTime();
            engine.execute(model.dropAll().strict()).done().block(PATIENCE);
            LOG.info(
                    "{} tables on {}: created in {} ms, dropped in {} ms",
                    tables,
                    server,
                    (created - start) / 1_000_000,
                    (System.nanoTime() - created) / 1_000_000);
        } finally {
            engine.close().block(PATIENCE);
            database.close();
        }
    }
}
