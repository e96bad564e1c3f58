package io.sluice.test.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that is named by its URL outlives the build that tests on it. */
@Timeout(120)
class GivenServerIT {

    @Test
    void isLeftAsItWas() throws Exception {
        try (TestDatabase server = TestServer.POSTGRESQL.database()) {
            List<String> before = databases(server);

            List<String> printed = ServerOfAnotherJvm.run("-Dsluice.test.postgresql.url=" + server.url());

            assertThat(printed).hasSize(4).startsWith("URL");
            assertThat(printed.subList(1, 4)).doesNotHaveDuplicates().allMatch(name -> name.startsWith("sluice_test_"));
            assertThat(databases(server)).isEqualTo(before);
        }
    }

    private static List<String> databases(TestDatabase server) {
        return Rows.of(server.url(), "SELECT datname FROM pg_database ORDER BY datname");
    }
}
