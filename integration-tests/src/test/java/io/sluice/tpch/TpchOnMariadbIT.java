package io.sluice.tpch;

import static io.sluice.tpch.NearlyEqual.assertSameRows;

import io.sluice.Dialects;
import io.sluice.test.database.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The queries of TPC-H, row by row; MariaDB can run them all. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TpchOnMariadbIT {
    private final TpchRun run = new TpchRun(TestServer.MARIADB, Dialects.MARIADB);

    @AfterAll
    void close() {
        run.close();
    }

    @ParameterizedTest
    @EnumSource
    void giveWhatTheyGiveWrittenByHand(TpchQuery query) {
        assertSameRows(run.built(query), run.byHand(query));
    }
}
