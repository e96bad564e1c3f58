package io.sluice.test.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A MariaDB that was unpacked. We start it ourselves: the library's start keeps a JVM from ending, opens a server without passwords to
 * the whole network, and gives up after half a minute on a busy machine.
 *
 * @param run the folder of this one run, with {@code data} and {@code tmp} in it; deleted when the server has stopped
 */
record MariadbProcess(Path executable, Path base, Path run, int port) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    DatabaseUrl start() throws IOException {
        Path log = run.resolve("server.log");
        ProcessBuilder builder = new ProcessBuilder(command())
                .directory(base.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("LD_LIBRARY_PATH", base.resolve("libs").toString());
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process), "sluice-test-mariadb"));
        DatabaseUrl url = DatabaseUrl.parse("r2dbc:mariadb://root@127.0.0.1:%d/mysql".formatted(port));
        try {
            new Readiness(url, process::isAlive).await(PATIENCE);
            return url;
        } catch (RuntimeException e) {
            throw new IOException("%s; its log ends: %s".formatted(e.getMessage(), lastOf(log)), e);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                executable.toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + run.resolve("data"),
                "--tmpdir=" + run.resolve("tmp"),
                "--socket=" + run.resolve("socket"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-grant-tables",
                "--character-set-server=utf8mb4",
                "--max-connections=300",
                "--max-allowed-packet=64M",
                "--innodb-flush-log-at-trx-commit=0",
                "--skip-innodb-doublewrite"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        return command;
    }

    private void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(FAREWELL.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        WorkFolder.delete(run);
    }

    private static String lastOf(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }
}
