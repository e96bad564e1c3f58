package io.sluice.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL that one test has for itself, and may stop and start as it likes. It keeps its data and its port. */
final class OwnPostgresql implements AutoCloseable {
    private static final Path BINARIES = Path.of(
            System.getProperty("java.io.tmpdir"), "sluice-test-" + System.getProperty("user.name"), "postgresql");

    private final Path folder;
    private final Map<String, String> settings = new HashMap<>();
    private EmbeddedPostgres server;

    private OwnPostgresql(Path folder, Map<String, String> settings) throws IOException {
        this.folder = folder;
        this.settings.putAll(settings);
        this.server = started(0);
    }

    static OwnPostgresql start() {
        return start(Map.of());
    }

    static OwnPostgresql start(Map<String, String> settings) {
        try {
            return new OwnPostgresql(Files.createTempDirectory("sluice-own-postgresql"), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgres started(int port) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(BINARIES.toFile())
                .setDataDirectory(data())
                .setCleanDataDirectory(false)
                .setPort(port);
        settings.forEach(builder::setServerConfig);
        return builder.start();
    }

    int port() {
        return server.getPort();
    }

    Path data() {
        return folder.resolve("data");
    }

    String url() {
        return "r2dbc:postgresql://postgres@localhost:%d/postgres".formatted(port());
    }

    void stopFast() {
        signal("INT");
    }

    /** As if it had crashed: clients hear nothing but the end of their connections, and it recovers when it is started. */
    void stopImmediately() {
        signal("QUIT");
    }

    /** The library holds a lock on the folder, which it lets go when it finds nothing to stop. */
    private void signal(String name) {
        Process process = server.getProcess();
        try {
            new ProcessBuilder(List.of("kill", "-" + name, Long.toString(process.pid())))
                    .start()
                    .waitFor();
            process.waitFor();
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void startAgain() {
        try {
            server = started(server.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
