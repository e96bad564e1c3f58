package io.sluice.test.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own that uses test databases as a build would, and ends without closing them. */
final class ServerOfAnotherJvm {

    private ServerOfAnotherJvm() {}

    /** What {@link #main} printed: the way, then the URL of each database. */
    static List<String> run(String... properties) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(properties));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ServerOfAnotherJvm.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = process.inputReader().lines().toList();
        if (process.waitFor() != 0) {
            throw new IOException("The other JVM failed: it printed " + lines + "; see its error output above");
        }
        return lines;
    }

    public static void main(String[] arguments) {
        Template template = Template.of("CREATE TABLE t (id INTEGER)");
        TestServer server = TestServer.POSTGRESQL;
        System.out.println(server.origin().way().name());
        for (int i = 0; i < 3; i++) {
            System.out.println(server.database(template).name());
        }
    }
}
