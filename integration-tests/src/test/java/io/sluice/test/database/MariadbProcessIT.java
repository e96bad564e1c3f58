package io.sluice.test.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class MariadbProcessIT {

    /** A JVM stands in for a server that refuses its arguments. */
    @Test
    @Timeout(60)
    void tellsTheEndOfTheLogOfAServerThatStopsAtOnce(@TempDir Path folder) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        MariadbProcess server = new MariadbProcess(java, folder, Files.createDirectory(folder.resolve("run")), 1);

        assertThatThrownBy(server::start)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("its log ends: Unrecognized option: --no-defaults");
    }
}
