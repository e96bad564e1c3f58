package io.sluice.tpch;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.Dialects;
import io.sluice.test.database.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The queries of TPC-H, row by row, to the last digit, and of the classes that the bare driver gives. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TpchOnPostgresqlIT {
    private final TpchRun run = new TpchRun(TestServer.POSTGRESQL, Dialects.POSTGRESQL);

    @AfterAll
    void close() {
        run.close();
    }

    @ParameterizedTest
    @EnumSource
    void giveWhatTheyGiveWrittenByHand(TpchQuery query) {
        assertThat(run.built(query)).isNotEmpty().isEqualTo(run.byHandAndBareDriver(query));
    }
}
