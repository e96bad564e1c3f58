package io.sluice.test.database;

import static io.sluice.test.database.Origin.Way.EMBEDDED;
import static io.sluice.test.database.Origin.Way.TESTCONTAINERS;
import static io.sluice.test.database.Origin.Way.URL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerSearchTest {

    private static final SourcedServer SERVER = SourcedServer.ofThisJvm(DatabaseUrl.parse("r2dbc:h2:mem:///x"));

    private final List<Origin.Way> asked = new ArrayList<>();

    @Test
    void takesTheFirstWayThatIsOpenAndLeavesTheRestAlone() {
        Origin origin = search(open(URL), open(TESTCONTAINERS), open(EMBEDDED)).origin();

        assertThat(origin).isEqualTo(new Origin(URL, List.of()));
        assertThat(asked).containsExactly(URL);
    }

    @Test
    void saysWhyTheWaysBeforeWerePassedOver() {
        Origin origin = search(
                        closed(URL, "not set", "set it"),
                        closed(TESTCONTAINERS, "no Docker", "start it"),
                        open(EMBEDDED))
                .origin();

        assertThat(origin.way()).isEqualTo(EMBEDDED);
        assertThat(origin.passedOver())
                .containsExactly(
                        new Origin.PassedOver(URL, "not set", "set it"),
                        new Origin.PassedOver(TESTCONTAINERS, "no Docker", "start it"));
    }

    @Test
    void listsEveryWayWhenAllAreClosed() {
        assertThatThrownBy(() -> search(
                        closed(URL, "not set", "set it"),
                        closed(TESTCONTAINERS, "no Docker", "start it"),
                        closed(EMBEDDED, "not there", "add it")))
                .isInstanceOf(TestDatabaseException.class)
                .hasMessage("""
                        No PostgreSQL for tests: every way to one is closed; open one of these:
                          from a URL: not set; set it
                          from Testcontainers: no Docker; start it
                          from an embedded server: not there; add it""");
    }

    private static ServerSearch.Found search(Source... sources) {
        return new ServerSearch("PostgreSQL", List.of(sources)).search();
    }

    private Source open(Origin.Way way) {
        return new Scripted(way, () -> SERVER);
    }

    private Source closed(Origin.Way way, String reason, String remedy) {
        return new Scripted(way, () -> {
            throw new Source.Unavailable(reason, remedy);
        });
    }

    private interface Start {
        SourcedServer start() throws Source.Unavailable;
    }

    private final class Scripted implements Source {
        private final Origin.Way way;
        private final Start start;

        Scripted(Origin.Way way, Start start) {
            this.way = way;
            this.start = start;
        }

        @Override
        public Origin.Way way() {
            return way;
        }

        @Override
        public SourcedServer start() throws Unavailable {
            asked.add(way);
            return start.start();
        }
    }
}
