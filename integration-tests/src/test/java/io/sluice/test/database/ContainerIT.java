package io.sluice.test.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** Runs only where Docker does. */
class ContainerIT {

    @Test
    void postgresqlComesFromAContainerWhereDockerAnswers() {
        assumeTrue(dockerAnswers(), "no Docker engine answers");
        assumeFalse(TestServer.POSTGRESQL.origin().way() == Origin.Way.URL, "a server was given");

        assertThat(TestServer.POSTGRESQL.origin().way()).isEqualTo(Origin.Way.TESTCONTAINERS);
        try (TestDatabase database = TestServer.POSTGRESQL.database()) {
            assertThat(Rows.of(database.url(), "SHOW data_directory")).containsExactly("/var/lib/postgresql/data");
        }
    }

    private static boolean dockerAnswers() {
        try {
            DockerHosts.ofThisMachine().requireEngine();
            return true;
        } catch (Source.Unavailable e) {
            return false;
        }
    }
}
