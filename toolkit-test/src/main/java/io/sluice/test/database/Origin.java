package io.sluice.test.database;

import java.util.List;

/** Where a {@link TestServer} came from, and what was tried before. */
public record Origin(Way way, List<PassedOver> passedOver) {

    public Origin {
        passedOver = List.copyOf(passedOver);
    }

    /** A way to come by a server. */
    public enum Way {
        URL("a URL"),
        TESTCONTAINERS("Testcontainers"),
        EMBEDDED("an embedded server"),
        IN_MEMORY("memory");

        private final String title;

        Way(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /** A way that was not taken, why not, and what would open it. */
    public record PassedOver(Way way, String reason, String remedy) {
        @Override
        public String toString() {
            return "%s: %s; %s".formatted(way, reason, remedy);
        }
    }
}
