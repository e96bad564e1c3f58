package io.sluice.benchmark.comparison;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a main class of the harness with a contender's class path, under the JDK that runs us. */
final class JavaProcess {

    /** The same for every contender: a heap that does not grow while we measure, and native transports without a warning. */
    static final List<String> JVM_OPTIONS = List.of("-Xms1g", "-Xmx1g", "--enable-native-access=ALL-UNNAMED");

    private final Path log;

    /** What the processes say on standard error is appended to the log. */
    JavaProcess(Path log) {
        this.log = log;
    }

    List<String> run(ClassPath classPath, Class<?> main, List<String> arguments, long timeoutMinutes)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of("-cp", classPath.toString(), main.getName()));
        command.addAll(arguments);
        var output = Files.createTempFile("fork", ".out");
        try {
            await("%s %s".formatted(main.getSimpleName(), arguments), command, output, timeoutMinutes);
            return Files.readAllLines(output);
        } finally {
            Files.delete(output);
        }
    }

    private void await(String what, List<String> command, Path output, long timeoutMinutes)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!process.waitFor(timeoutMinutes, TimeUnit.MINUTES)) {
                throw new ForkException(
                        "%s did not end: %d minutes have passed; see %s".formatted(what, timeoutMinutes, log));
            }
            if (process.exitValue() != 0) {
                throw new ForkException(
                        "%s failed: it ended with exit code %d; see %s".formatted(what, process.exitValue(), log));
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
