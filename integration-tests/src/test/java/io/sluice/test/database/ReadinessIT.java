package io.sluice.test.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadinessIT {

    @Test
    void asksAsLongAsTheServerRunsAndThenSaysWhatItHeardLast() throws IOException {
        DatabaseUrl nobody =
                DatabaseUrl.parse("r2dbc:postgresql://postgres@localhost:%d/postgres".formatted(freePort()));
        AtomicInteger asked = new AtomicInteger();
        Readiness readiness = new Readiness(nobody, () -> asked.incrementAndGet() < 3);

        assertThatThrownBy(() -> readiness.await(Duration.ofSeconds(30)))
                .rootCause()
                .hasMessageContaining("Connection refused");
        assertThat(asked).hasValue(3);
    }

    @Test
    void losesPatienceWithAServerThatNeverAnswers() throws IOException {
        DatabaseUrl nobody =
                DatabaseUrl.parse("r2dbc:postgresql://postgres@localhost:%d/postgres".formatted(freePort()));

        assertThatThrownBy(() -> new Readiness(nobody, () -> true).await(Duration.ofMillis(300)))
                .rootCause()
                .hasMessageContaining("Connection refused");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
