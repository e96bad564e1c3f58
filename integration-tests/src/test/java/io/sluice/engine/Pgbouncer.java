package io.sluice.engine;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.sluice.test.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A pgbouncer in front of a database, which gives each transaction any of two connections. */
final class Pgbouncer implements AutoCloseable {
    private final Process process;
    private final int port;
    private final String database;

    private Pgbouncer(Process process, int port, String database) {
        this.process = process;
        this.port = port;
        this.database = database;
    }

    /** Where it is installed: on the path, or where Debian has it. */
    static Optional<Path> executable() {
        Stream<String> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1));
        return Stream.concat(path, Stream.of("/usr/sbin", "/usr/local/sbin"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Pgbouncer before(TestDatabase target, Path executable) {
        ConnectionFactoryOptions options = target.options();
        try {
            Path folder = Files.createTempDirectory("sluice-pgbouncer");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            int port = freePort();
            Path configuration = Files.writeString(folder.resolve("pgbouncer.ini"), """
                    [databases]
                    %1$s = host=127.0.0.1 port=%2$s user=%3$s%4$s
                    [pgbouncer]
                    listen_addr = 127.0.0.1
                    listen_port = %5$d
                    unix_socket_dir =
                    auth_type = any
                    pool_mode = transaction
                    default_pool_size = 2
                    ignore_startup_parameters = extra_float_digits
                    """.formatted(
                            target.name(),
                            options.getRequiredValue(ConnectionFactoryOptions.PORT),
                            options.getRequiredValue(ConnectionFactoryOptions.USER),
                            password(options),
                            port));
            return started(executable, configuration, port, target.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String password(ConnectionFactoryOptions options) {
        Object password = options.getValue(ConnectionFactoryOptions.PASSWORD);
        return password == null ? "" : " password=" + password;
    }

    /** It refuses to run as root. */
    private static Pgbouncer started(Path executable, Path configuration, int port, String database)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(configuration.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(configuration.resolveSibling("pgbouncer.log").toFile())
                .start();
        Eventually.until(() -> !process.isAlive() || listens(port));
        if (!process.isAlive()) {
            throw new IOException(
                    "pgbouncer ended: " + Files.readString(configuration.resolveSibling("pgbouncer.log")));
        }
        return new Pgbouncer(process, port, database);
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return "r2dbc:postgresql://anybody@127.0.0.1:%d/%s".formatted(port, database);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
