package io.sluice.processor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Sources that were compiled with the processor: what it wrote, and what the compiler said. */
record Compiled(Map<String, String> written, List<Problem> problems) {

    /** An error or a warning, at a line of a source. */
    record Problem(String source, long line, String message) {}

    /** With these options, in a folder of its own. */
    static Compiled in(Path folder, Map<String, String> sources, String... options) {
        return in(folder, List.of(new EntityProcessor()), sources, options);
    }

    /** With these processors, one after the other. */
    static Compiled in(
            Path folder, List<? extends Processor> processors, Map<String, String> sources, String... options) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        var problems = new DiagnosticCollector<JavaFileObject>();
        try (var files = javac.getStandardFileManager(problems, Locale.ROOT, null)) {
            Path written = Files.createDirectories(folder.resolve("written"));
            files.setLocationFromPaths(
                    StandardLocation.CLASS_OUTPUT, List.of(Files.createDirectories(folder.resolve("classes"))));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(written));
            List<String> all = new ArrayList<>(List.of("--release", "17"));
            all.addAll(List.of(options));
            var task = javac.getTask(
                    null,
                    files,
                    problems,
                    all,
                    null,
                    sources.entrySet().stream()
                            .map(source -> new Source(source.getKey(), source.getValue()))
                            .toList());
            task.setProcessors(processors);
            task.call();
            return new Compiled(read(written), list(problems));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The options to compile against what was compiled in this folder. */
    static String[] after(Path folder, String... options) {
        return Stream.concat(
                        Stream.of(options),
                        Stream.of(
                                "-cp",
                                folder.resolve("classes") + File.pathSeparator + System.getProperty("java.class.path")))
                .toArray(String[]::new);
    }

    private static List<Problem> list(DiagnosticCollector<JavaFileObject> problems) {
        return problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() != Diagnostic.Kind.NOTE)
                .map(problem -> new Problem(
                        problem.getSource() == null
                                ? ""
                                : problem.getSource().getName().replaceFirst("^/", ""),
                        problem.getLineNumber(),
                        problem.getMessage(Locale.ROOT)))
                .toList();
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return texts;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
