package io.sluice.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models that must not compile, each with the message at its line; they stand in {@code mistakes.txt}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MistakesTest {
    private static final String IMPORTS =
            "import io.sluice.annotation.*; import io.sluice.mapping.*; import jakarta.persistence.*; import java.util.*;";

    private final Map<String, Mistake> mistakes = read();
    private List<Compiled.Problem> problems = List.of();

    /** A source, and the messages expected at its lines. */
    private record Mistake(String title, String path, String source, Map<Long, String> expected) {

        static Mistake of(int number, String text) {
            String[] parts = text.split("\n", 2);
            List<String> lines = new ArrayList<>(List.of("package m%d; %s".formatted(number, IMPORTS)));
            lines.addAll(Arrays.asList(parts[1].split("\n", -1)));
            Map<Long, String> expected = new TreeMap<>();
            for (int i = 0; i < lines.size(); i++) {
                int at = lines.get(i).indexOf("//!");
                if (at >= 0) {
                    boolean isOfNext = lines.get(i).isBlank() || at == 0;
                    expected.put(
                            i + (isOfNext ? 2L : 1L),
                            lines.get(i).substring(at + 3).trim());
                }
            }
            return new Mistake(parts[0].trim(), "m%d/Model.java".formatted(number), String.join("\n", lines), expected);
        }

        @Override
        public String toString() {
            return title;
        }
    }

    private static Map<String, Mistake> read() {
        try (InputStream in = Objects.requireNonNull(MistakesTest.class.getResourceAsStream("mistakes.txt"))) {
            String[] texts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("=== ", -1);
            Map<String, Mistake> found = new LinkedHashMap<>();
            for (int i = 1; i < texts.length; i++) {
                Mistake mistake = Mistake.of(i, texts[i]);
                found.put(mistake.path(), mistake);
            }
            return found;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All at once: one run of the compiler is enough, since each stands in a package of its own. */
    @BeforeAll
    void compileAll(@TempDir Path folder) {
        Map<String, String> sources = new LinkedHashMap<>();
        mistakes.forEach((path, mistake) -> sources.put(path, mistake.source()));
        problems = Compiled.in(folder, sources, "-Xmaxerrs", "1000").problems();
    }

    List<Mistake> mistakes() {
        return List.copyOf(mistakes.values());
    }

    @Test
    void areManyEnough() {
        assertThat(mistakes).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void areToldAtTheirLine(Mistake mistake) {
        Map<Long, String> told = new TreeMap<>();
        problems.stream()
                .filter(problem -> problem.source().equals(mistake.path()))
                .forEach(problem -> told.merge(problem.line(), problem.message(), (one, other) -> one + "; " + other));
        assertThat(told.keySet())
                .as(told.toString())
                .isEqualTo(mistake.expected().keySet());
        mistake.expected().forEach((line, message) -> assertThat(told.get(line)).startsWith(message));
    }

    @Test
    void areTheOnlyProblems() {
        assertThat(problems)
                .as("what the compiler says of anything else")
                .allMatch(problem -> mistakes.containsKey(problem.source()));
    }
}
