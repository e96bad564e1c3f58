package io.sluice.benchmark.comparison;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A contender module's own class path, as the build wrote it down. */
record ClassPath(String module, List<Path> entries) {

    /** One for each module below {@code contenders}. */
    static List<ClassPath> allBelow(Path contenders) throws IOException {
        try (var modules = Files.list(contenders)) {
            return modules.filter(module -> Files.exists(listing(module)))
                    .sorted()
                    .map(ClassPath::of)
                    .toList();
        }
    }

    /** The libraries, by file name: name and version. */
    List<String> libraries() {
        return entries.stream()
                .map(entry -> entry.getFileName().toString())
                .filter(name -> name.endsWith(".jar"))
                .map(name -> name.substring(0, name.length() - ".jar".length()))
                .sorted()
                .toList();
    }

    @Override
    public String toString() {
        return String.join(
                File.pathSeparator, entries.stream().map(Path::toString).toList());
    }

    private static ClassPath of(Path module) {
        try {
            var libraries = Files.readString(listing(module)).strip().split(File.pathSeparator, -1);
            var entries = Stream.concat(
                            Stream.of(module.resolve("target/classes")),
                            Stream.of(libraries).map(Path::of))
                    .toList();
            return new ClassPath(module.getFileName().toString(), entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path listing(Path module) {
        return module.resolve("target/class-path");
    }
}
