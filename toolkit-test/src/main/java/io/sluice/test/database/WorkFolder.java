package io.sluice.test.database;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where embedded servers are unpacked and kept for the next JVM: one folder for each user, since each may start as another. */
final class WorkFolder {

    private static final Logger LOG = LoggerFactory.getLogger(TestServer.class);

    private static final long ROOM = 2L << 30;

    private WorkFolder() {}

    static Path of(String product) {
        return under(Path.of(System.getProperty("java.io.tmpdir")), product);
    }

    /**
     * A folder in memory, if there is room for what tests do; on disk otherwise. A new PostgreSQL database is some 300 files: measured on
     * a busy machine, making one took 100 ms in memory and 500 ms on disk.
     */
    static Path inMemory(String product) {
        File memory = new File("/dev/shm");
        boolean roomy = memory.isDirectory() && memory.canWrite() && memory.getUsableSpace() > ROOM;
        return roomy ? under(memory.toPath(), product) : of(product);
    }

    private static Path under(Path folder, String product) {
        return folder.resolve("sluice-test-" + System.getProperty("user.name")).resolve(product);
    }

    /** Deletes what can be deleted: at the end of a JVM others may be deleting the same. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("{} remains: {}", folder, e.getMessage());
        }
    }
}
