package io.sluice.gates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;

/**
 * Compiles pieces of Java against the class path of the running tests, with nothing but the compiler itself. A piece is
 * a compilation unit, statements or class members: whichever of these it reads as first.
 */
public final class Snippets {

    private final List<String> imports;
    private final String superclass;

    private Snippets(List<String> imports, String superclass) {
        this.imports = imports;
        this.superclass = superclass;
    }

    /** Snippets that need not write these imports; each is given as in a source file, up to the semicolon. */
    public static Snippets importing(String... imports) {
        return new Snippets(List.of(imports), "Object");
    }

    /** Snippets of statements or members that see what a class inherits from this one. */
    public Snippets extending(String superclass) {
        return new Snippets(imports, superclass);
    }

    /** Begins a check of one snippet. */
    public CodeAssert assertThatCode(String code) {
        return new CodeAssert(code, problems("snippet", List.of(new Snippet(1, code))));
    }

    /** What the compiler says against these snippets, which share a package: later ones may use types of earlier ones. */
    public List<Problem> problems(String packageName, List<Snippet> snippets) {
        var sources = new ArrayList<InMemorySource>();
        for (var snippet : snippets) {
            var context = new Shape.Context(packageName, imports, superclass, "Snippet" + sources.size());
            sources.add(sourceOf(snippet, context));
        }
        return Javac.analyze(sources).stream()
                .filter(said -> said.getKind() != Diagnostic.Kind.NOTE)
                .map(Snippets::problemOf)
                .toList();
    }

    /** The first shape in which the snippet parses; failing that, the one that parses nearest to its end. */
    private static InMemorySource sourceOf(Snippet snippet, Shape.Context context) {
        return Arrays.stream(Shape.values())
                .map(shape -> new InMemorySource(context.name(), snippet, shape.wrap(context, snippet.code())))
                .min(Comparator.comparingLong(Snippets::unparsed))
                .orElseThrow();
    }

    private static long unparsed(InMemorySource source) {
        return Javac.parse(source).stream()
                .filter(said -> said.getKind() == Diagnostic.Kind.ERROR)
                .findFirst()
                .map(error -> source.length() - error.getPosition())
                .orElse(0L);
    }

    private static Problem problemOf(Diagnostic<?> said) {
        var line = said.getSource() instanceof InMemorySource source ? source.lineInFile(said.getLineNumber()) : -1;
        return new Problem(said.getKind() == Diagnostic.Kind.ERROR, line, said.getMessage(Locale.ENGLISH));
    }
}
