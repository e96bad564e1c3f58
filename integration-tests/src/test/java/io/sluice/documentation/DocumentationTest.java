package io.sluice.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.sluice.documentation.Page.Block;
import io.sluice.gates.Problem;
import io.sluice.gates.Snippet;
import io.sluice.gates.Snippets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the documentation shows compiles. Blocks that are no Java say so by their language: {@code ```text}. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern IMPORT = Pattern.compile("^import [^;]+;", Pattern.MULTILINE);

    private final String given = given();
    private final Snippets snippets = Snippets.importing(
                    IMPORT.matcher(given).results().map(MatchResult::group).toArray(String[]::new))
            .extending("Given");

    @TestFactory
    Stream<DynamicTest> everyBlockCompiles() throws IOException {
        return pages().stream()
                .map(page -> dynamicTest(
                        page.toString(),
                        () -> assertThat(problems(page))
                                .as("what the compiler says of %s", page)
                                .isEmpty()));
    }

    @Test
    void whatBlocksTakeForGrantedCompiles() {
        assertThat(snippets.problems("given", List.of(new Snippet(1, given)))).isEmpty();
    }

    @Test
    void continuousIntegrationRunsWhatReadmeTellsToRun() throws IOException {
        var script = Files.readString(ROOT.resolve(".ci/run")).strip();
        var command = script.substring(script.lastIndexOf('\n') + 1);
        assertThat(Page.read(ROOT.resolve("README.md")).blocks())
                .filteredOn(block -> block.language().equals("sh"))
                .extracting(Block::code)
                .contains(command);
    }

    /** The pages at the root, and all below docs and examples. */
    private static List<Path> pages() throws IOException {
        var pages = new ArrayList<>(pagesIn(ROOT, 1));
        pages.addAll(pagesIn(ROOT.resolve("docs"), Integer.MAX_VALUE));
        pages.addAll(pagesIn(ROOT.resolve("examples"), Integer.MAX_VALUE));
        return pages;
    }

    private static List<Path> pagesIn(Path folder, int depth) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files =
                Files.find(folder, depth, (file, attributes) -> file.toString().endsWith(".md"))) {
            return files.map(ROOT::relativize).sorted().toList();
        }
    }

    private List<String> problems(Path file) throws IOException {
        var java = new ArrayList<Snippet>();
        java.add(new Snippet(1, given));
        var found = new ArrayList<String>();
        for (var block : Page.read(ROOT.resolve(file)).blocks()) {
            switch (block.language()) {
                case "" -> found.add("%s:%d: a block without a language".formatted(file, block.line() - 1));
                case "java" -> java.add(new Snippet(block.line(), block.code()));
                case "xml" -> XmlBlock.problemOf(block).ifPresent(problem -> found.add(describe(file, problem)));
                default -> {}
            }
        }
        var packageName = "page." + file.toString().replaceAll("\\W", "_");
        snippets.problems(packageName, java).forEach(problem -> found.add(describe(file, problem)));
        return found;
    }

    private static String describe(Path file, Problem problem) {
        return "%s:%d: %s".formatted(file, problem.line(), problem.message());
    }

    private static String given() {
        try (var in = DocumentationTest.class.getResourceAsStream("Given.java")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
