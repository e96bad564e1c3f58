package io.sluice.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of which a part was compiled before. */
class ClassFilesTest {
    private static final String IMPORTS =
            "import io.sluice.mapping.*; import jakarta.persistence.*; import java.util.*; import org.jspecify.annotations.Nullable;";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path library;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    private final Map<String, String> before = new LinkedHashMap<>();

    @BeforeEach
    void describeTheLibrary() {
        before.put("lib/Base.java", """
                package lib; %s
                @MappedSuperclass public abstract class Base {
                    @Id public Long id;
                    public @Nullable String note;
                    public List<@Nullable String> words;
                }
                """.formatted(IMPORTS));
        before.put(
                "lib/Part.java",
                "package lib; %s @Embeddable public record Part(String one, @Nullable String two) {}"
                        .formatted(IMPORTS));
    }

    private String written(String source) {
        assertThat(Compiled.in(library, before).problems()).isEmpty();
        Compiled compiled = Compiled.in(
                folder,
                Map.of("own/A.java", "package own; %s\n%s".formatted(IMPORTS, source)),
                Compiled.after(library, "-Xlint:all,-processing", "-Werror"));
        assertThat(compiled.problems()).isEmpty();
        return compiled.written().getOrDefault("own/A_.java", "");
    }

    @Test
    void sayWhichFieldsMayBeNull() {
        assertThat(written("@Entity public class A extends lib.Base { lib.Part part; }"))
                .contains("column(\"note\", SqlTypes.varchar(255));")
                .contains("column(\"words\", SqlTypes.array(SqlTypes.varchar(255)), Columns.notNull());")
                .contains("column(\"one\", SqlTypes.varchar(255), Columns.notNull())")
                .contains("column(\"two\", SqlTypes.varchar(255))");
    }

    @Test
    void sayWhichFieldsMayBeNullInAnotherModule() {
        before.put("module-info.java", "module lib { requires transitive io.sluice.core; exports lib; }");
        String[] path = {"--module-path", System.getProperty("java.class.path")};
        assertThat(Compiled.in(library, before, path).problems()).isEmpty();
        path[1] += java.io.File.pathSeparator + library.resolve("classes");
        Compiled compiled = Compiled.in(
                folder,
                Map.of(
                        "module-info.java",
                        "module own { requires transitive lib; }",
                        "own/A.java",
                        "package own; %s @Entity public class A extends lib.Base {}".formatted(IMPORTS)),
                Stream.of(path).toArray(String[]::new));
        assertThat(compiled.problems()).isEmpty();
        assertThat(compiled.written().get("own/A_.java")).contains("column(\"note\", SqlTypes.varchar(255));");
    }
}
