package io.sluice.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that name classes which are not there, or not yet. */
class RoundsTest {
    private static final String IMPORTS =
            "import io.sluice.mapping.*; import jakarta.persistence.*; import java.util.*;";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    private Compiled compiled(String text) {
        return Compiled.in(
                folder,
                List.of(new EntityProcessor(), new Other()),
                Map.of("own/A.java", "package own; %s\n%s".formatted(IMPORTS, text)),
                "-Xlint:all,-processing,-auxiliaryclass",
                "-Werror");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Entity class A { @Id Long id; gen.Kind kind; Optional<gen.Kind> other = Optional.empty(); }",
                "@Entity class A extends gen.Base { int size; }",
                "@Entity class A extends gen.Base { } @Entity class B { @Id Long id; @ManyToOne final ToOne<A> a = ToOne.empty(); }",
                "@Entity class A { @Id Long id; @ManyToOne final ToOne<gen.Thing> thing = ToOne.empty(); }",
                "@Entity public class A extends gen.Thing { }",
                "@Entity class A { @Id Long id; @Convert(converter = gen.Links.class) java.net.URI link; }",
                "@Embeddable record Part(gen.Kind kind) {} @Entity class A { @Id Long id; Part part; }",
                "@Entity class A { @Id Long id; } @Entity class B extends A { gen.Kind kind; }"
            })
    void waitForWhatAnotherProcessorWrites(String text) {
        Compiled compiled = compiled(text);
        assertThat(compiled.problems()).isEmpty();
        assertThat(compiled.written()).containsKey("own/A_.java");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Entity class A { @Id Long id; Missing one; }",
                "@Entity class A { @Id Long id; @ManyToOne ToOne<Missing> one; }",
                "@Entity class A { @Id Long id; @Convert(converter = Missing.class) String one; }",
                "@Entity @IdClass(Missing.class) class A { @Id Long id; @Id Long one; }",
                "@Entity @IdClass(A.Key.class) class A { private record Key(Long a, Long b) {} @Id Long a; @Id Long b; }"
            })
    void leaveItToJavacToSayWhatIsNotThere(String text) {
        Compiled compiled = compiled(text);
        assertThat(compiled.problems())
                .filteredOn(problem -> !problem.source().isEmpty())
                .isNotEmpty()
                .allSatisfy(problem -> {
                    assertThat(problem.source()).isEqualTo("own/A.java");
                    assertThat(problem.message()).containsAnyOf("cannot find symbol", "has private access");
                });
        assertThat(compiled.written()).containsKey("own/A_.java");
    }

    @Test
    void sayThatLombokRunsFirst() {
        Compiled compiled = Compiled.in(
                folder,
                Map.of(
                        "lombok/Data.java",
                        "package lombok; public @interface Data {}",
                        "own/A.java",
                        "package own; %s @lombok.Data @Entity class A { @Id Long id; private String name; }"
                                .formatted(IMPORTS)));
        assertThat(compiled.problems())
                .extracting(Compiled.Problem::message)
                .containsExactly(
                        "A.name cannot be read from the code that is written in package own; let Lombok's processor run before this one, or add a getter getName()");
    }

    /** Another processor, which writes classes in the first round. */
    @SupportedAnnotationTypes("*")
    private static final class Other extends AbstractProcessor {
        private boolean isDone;

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!isDone) {
                isDone = true;
                write("Kind", "public enum Kind { NEW, OLD }");
                write("Base", "@MappedSuperclass public class Base { @Id public Long id; }");
                write("Thing", "@Entity public class Thing { @Id public Long id; }");
                write("Links", """
                        public class Links implements AttributeConverter<java.net.URI, String> {
                            @Override public String convertToDatabaseColumn(java.net.URI link) { return link.toString(); }
                            @Override public java.net.URI convertToEntityAttribute(String text) { return java.net.URI.create(text); }
                        }
                        """);
            }
            return false;
        }

        private void write(String name, String text) {
            try (Writer out =
                    processingEnv.getFiler().createSourceFile("gen." + name).openWriter()) {
                out.write("package gen; import jakarta.persistence.*; %s".formatted(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
