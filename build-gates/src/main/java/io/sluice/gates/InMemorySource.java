package io.sluice.gates;

import java.net.URI;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/** A source file that stands nowhere; it may hold a public type of any name. */
final class InMemorySource extends SimpleJavaFileObject {

    private final Snippet snippet;
    private final String text;

    InMemorySource(String name, Snippet snippet, String text) {
        super(URI.create("string:///" + name + Kind.SOURCE.extension), Kind.SOURCE);
        this.snippet = snippet;
        this.text = text;
    }

    long lineInFile(long line) {
        return snippet.line() + line - 1;
    }

    long length() {
        return text.length();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return kind == Kind.SOURCE && !simpleName.equals("package-info") && !simpleName.equals("module-info");
    }

    @Override
    public @Nullable NestingKind getNestingKind() {
        return null;
    }

    @Override
    public @Nullable Modifier getAccessLevel() {
        return null;
    }
}
