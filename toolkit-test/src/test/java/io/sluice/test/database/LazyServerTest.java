package io.sluice.test.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LazyServerTest {

    private static final LazyServer.Product H2 = new LazyServer.Product("H2", "r2dbc:h2:mem:///x", "io.r2dbc:r2dbc-h2");

    private final AtomicInteger starts = new AtomicInteger();

    @Test
    void startsOnceHoweverManyAskAtOnce() {
        LazyServer server = new LazyServer(H2, List.of(counting(new H2Source())), H2Databases::new);

        List<LazyServer.Started> seen = IntStream.range(0, 32)
                .parallel()
                .mapToObj(asker -> server.start())
                .toList();

        assertThat(seen).hasSize(32).containsOnly(server.start());
        assertThat(starts).hasValue(1);
    }

    @Test
    void failsTheSecondTimeForTheSameReasonWithoutAnotherAttempt() {
        Source url = new UrlSource("h2", Map.<String, String>of()::get);
        LazyServer server = new LazyServer(H2, List.of(counting(url)), H2Databases::new);

        assertThatThrownBy(server::start).hasMessageContaining("SLUICE_TEST_H2_URL");
        assertThatThrownBy(server::start).hasMessageContaining("SLUICE_TEST_H2_URL");
        assertThat(starts).hasValue(1);
    }

    @Test
    void namesTheDriverThatIsMissing() {
        LazyServer.Product oracle = new LazyServer.Product("Oracle", "r2dbc:oracle://host/x", "com.oracle:its-driver");
        LazyServer server = new LazyServer(oracle, List.of(counting(new H2Source())), H2Databases::new);

        assertThatThrownBy(server::start)
                .isInstanceOf(TestDatabaseException.class)
                .hasMessage(
                        "No Oracle for tests: its R2DBC driver is not on the class path; add com.oracle:its-driver to the test dependencies");
        assertThat(starts).hasValue(0);
    }

    private Source counting(Source source) {
        return new Source() {
            @Override
            public Origin.Way way() {
                return source.way();
            }

            @Override
            public SourcedServer start() throws Unavailable {
                starts.incrementAndGet();
                return source.start();
            }
        };
    }
}
