package io.sluice.gates;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The plain compiler over the class path of the running tests. All share one file manager, because opening the class
 * path costs far more than compiling a snippet, and take turns, because it is not safe for threads.
 */
final class Javac {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, Locale.ROOT, null);

    /** Not {@code --release}: that opens a library of its own for each run, which takes five times as long. */
    private static final List<String> OPTIONS = List.of(
            "-proc:none",
            "--source=17",
            "-Xlint:-options,deprecation,rawtypes,removal,static,unchecked,varargs",
            "--class-path=" + System.getProperty("java.class.path"));

    private Javac() {}

    static synchronized List<Diagnostic<? extends JavaFileObject>> parse(InMemorySource source) {
        var said = new DiagnosticCollector<JavaFileObject>();
        try {
            task(said, List.of(source)).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return said.getDiagnostics();
    }

    /** All that the compiler says before it would write classes. */
    static synchronized List<Diagnostic<? extends JavaFileObject>> analyze(List<InMemorySource> sources) {
        var said = new DiagnosticCollector<JavaFileObject>();
        try {
            task(said, sources).analyze();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return said.getDiagnostics();
    }

    private static JavacTask task(DiagnosticCollector<JavaFileObject> said, List<InMemorySource> sources) {
        return (JavacTask) COMPILER.getTask(null, FILES, said, OPTIONS, null, sources);
    }
}
