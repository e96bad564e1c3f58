package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.test.database.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Streams take the same memory whatever their length, and little of it when nobody reads on. */
@Timeout(300)
class MemoryIT {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryIT.class);

    /** Enough that they would not fit if they were kept. */
    private static final long MANY = 400_000;

    private static final long VERY_MANY = 5_000_000;

    private static final long MOST_OF_A_STALL = 20_000_000;

    @ParameterizedTest
    @ValueSource(strings = {"engine", "transaction"})
    void readsManyRowsInLittleMemory(String place) {
        reads(MANY, place);
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(strings = {"engine", "transaction"})
    void readsVeryManyRowsInLittleMemory(String place) {
        reads(VERY_MANY, place);
    }

    private static void reads(long rows, String place) {
        assertThat(probe(rows, "read", place)).isEqualTo(rows * (rows + 1) / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"engine", "transaction"})
    void holdsLittleForWhoeverStopsAsking(String place) {
        long held = probe(MANY, "stall", place);

        LOG.info("a stalled stream on the {} holds {} bytes", place, held);
        assertThat(held).isLessThan(MOST_OF_A_STALL);
    }

    private static long probe(long rows, String what, String place) {
        try (var database = TestServer.POSTGRESQL.database(Readings.upTo(rows))) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-cp",
                            System.getProperty("java.class.path"),
                            MemoryProbe.class.getName(),
                            what,
                            place,
                            database.url())
                    .redirectErrorStream(true)
                    .start();
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream()
                    .filter(line -> line.startsWith("result "))
                    .mapToLong(line -> Long.parseLong(line.substring("result ".length())))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the program ended without a result: " + lines));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
