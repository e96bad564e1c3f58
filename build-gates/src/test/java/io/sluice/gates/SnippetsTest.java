package io.sluice.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetsTest {

    private final Snippets snippets = Snippets.importing("import java.util.List;");

    @Test
    void readsStatements() {
        snippets.assertThatCode("var one = List.of(1);\nrecord Pair(int left, int right) {}\nnew Pair(one.get(0), 2);")
                .compiles();
    }

    @Test
    void readsClassMembers() {
        snippets.assertThatCode("private final List<String> names = List.of();\nint count() { return names.size(); }")
                .compiles();
    }

    @Test
    void readsCompilationUnits() {
        snippets.assertThatCode("public final class Names { List<String> all = List.of(); }")
                .compiles();
        snippets.assertThatCode("package elsewhere; import java.util.Set; record Names(Set<String> all) {}")
                .compiles();
    }

    @Test
    void liftsImportsOverStatements() {
        snippets.assertThatCode("import java.util.Set;\n\nSet<String> none = Set.of();")
                .compiles();
    }

    @Test
    void seesTheMembersOfItsSuperclass() {
        snippets.extending("java.util.ArrayList<String>")
                .assertThatCode("add(\"me\");")
                .compiles();
    }

    @Test
    void letsLaterSnippetsUseTypesOfEarlierOnes() {
        var page =
                List.of(new Snippet(3, "record Person(String name) {}"), new Snippet(9, "new Person(\"Ada\").name();"));
        assertThat(snippets.problems("page", page)).isEmpty();
    }

    @Test
    void tellsTheLineInTheFile() {
        var problems = snippets.problems("page", List.of(new Snippet(40, "int one = 1;\nint two = \"2\";")));
        assertThat(problems)
                .containsExactly(
                        new Problem(true, 41, "incompatible types: java.lang.String cannot be converted to int"));
    }

    @Test
    void tellsTheLineOfASyntaxError() {
        var problems = snippets.problems("page", List.of(new Snippet(40, "int one = 1;\nint two = ;\nint three = 3;")));
        assertThat(problems).containsExactly(new Problem(true, 41, "illegal start of expression"));
    }

    @Test
    void takesAWarningForAProblem() {
        assertThatThrownBy(
                        () -> snippets.assertThatCode("List raw = List.of();").compiles())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("raw type");
    }

    @Test
    void expectsCodeThatDoesNotCompile() {
        snippets.assertThatCode("int two = \"2\";").doesNotCompile("cannot be converted to int");
    }

    @Test
    void failsIfTheCodeCompiles() {
        var check = snippets.assertThatCode("int two = 2;");
        assertThatThrownBy(() -> check.doesNotCompile("cannot be converted"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected not to compile");
    }

    @Test
    void failsIfTheCodeDoesNotCompileForAnotherReason() {
        var check = snippets.assertThatCode("int two = \"2\"; unknown();");
        assertThatThrownBy(() -> check.doesNotCompile("cannot be converted to int"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("cannot find symbol");
    }
}
