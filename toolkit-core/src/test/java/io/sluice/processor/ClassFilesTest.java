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

    private void addConverter() {
        before.put("lib/YesNo.java", """
                package lib; %s
                @Converter(autoApply = true) public class YesNo implements AttributeConverter<Boolean, String> {
                    @Override public String convertToDatabaseColumn(Boolean value) { return value ? "Y" : "N"; }
                    @Override public Boolean convertToEntityAttribute(String text) { return text.equals("Y"); }
                }
                """.formatted(IMPORTS));
    }

    @Test
    void bringTheConvertersBesideAFieldsClass() {
        addConverter();
        before.put(
                "lib/Base.java",
                "package lib; %s @MappedSuperclass public abstract class Base { @Id public Long id; public boolean isOld; }"
                        .formatted(IMPORTS));
        assertThat(written("@Entity public class A extends lib.Base {}"))
                .contains("column(\"is_old\", A_.Types.IS_OLD, Columns.notNull())")
                .contains("IS_OLD_CONVERTER = new YesNo()");
    }

    @Test
    void bringTheConvertersBesideAFieldsType() {
        before.put("lib/Kind.java", "package lib; public enum Kind { OLD }");
        before.put("lib/Kinds.java", """
                package lib; %s
                @Converter(autoApply = true) public class Kinds implements AttributeConverter<Kind, Integer> {
                    @Override public Integer convertToDatabaseColumn(Kind kind) { return 7; }
                    @Override public Kind convertToEntityAttribute(Integer number) { return Kind.OLD; }
                }
                """.formatted(IMPORTS));
        assertThat(written("@Entity public class A { @Id Long id; lib.Kind kind; }"))
                .contains("KIND_CONVERTER = new Kinds()");
    }

    /** The converter stands in a third package, which only the library's own compilation saw. */
    @Test
    void keepTheTypesThatAnEmbeddableWasWrittenWith() {
        addConverter();
        before.put(
                "parts/Part.java",
                "package parts; %s @Embeddable public record Part(boolean flag) {}".formatted(IMPORTS));
        assertThat(written("@Entity public class A { @Id Long id; parts.Part part; }"))
                .contains("column(\"flag\", Part_.Types.FLAG, Columns.notNull())");
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
