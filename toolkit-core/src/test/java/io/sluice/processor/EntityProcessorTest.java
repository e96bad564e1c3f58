package io.sluice.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityProcessorTest {
    private static final String IMPORTS = "import io.sluice.mapping.*; import jakarta.persistence.*;";
    private static final String[] STRICT = {
        "-Xlint:all,-processing,-requires-automatic,-requires-transitive-automatic", "-Werror"
    };

    private static final Map<String, String> ARTICLE = Map.of("shop/Article.java", """
            package shop;
            import io.sluice.annotation.*;
            import io.sluice.mapping.*;
            import jakarta.persistence.*;
            import java.util.*;

            @Entity(name = "Item")
            @Table(schema = "shop", indexes = @Index(columnList = "name, price DESC", name = "ix_name"))
            public class Article {
                enum Kind { NEW, OLD }

                @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id;
                @Column(length = 40, unique = true) String name = "";
                @Column(precision = 8, scale = 2) java.math.BigDecimal price;
                @Enumerated(EnumType.STRING) Kind kind = Kind.NEW;
                Optional<List<String>> labels = Optional.empty();
                private boolean isSold;
                @Formula("{price} * 2") java.math.BigDecimal twice;
                @ManyToOne(optional = false, fetch = FetchType.EAGER) final ToOne<Article> parent = ToOne.empty();

                boolean isSold() { return isSold; }
                void setIsSold(boolean isSold) { this.isSold = isSold; }
                boolean getIsSold() { return isSold; }
                Article() {}
                @PostLoad void loaded() {}
            }
            """);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void writesTheWholeTable() {
        Compiled compiled = Compiled.in(folder, ARTICLE, STRICT);
        assertThat(compiled.problems()).isEmpty();
        assertThat(compiled.written()).isEqualTo(Map.of("shop/Article_.java", golden("Article_.java")));
    }

    @Test
    void writesWhatAnEmbeddableHolds() {
        Compiled compiled = Compiled.in(folder, Map.of("shop/Money.java", """
                        package shop;
                        import jakarta.persistence.*;

                        @Embeddable
                        record Money(long cents, @Column(length = 3) String currency) {}
                        """), STRICT);
        assertThat(compiled.problems()).isEmpty();
        assertThat(compiled.written()).isEqualTo(Map.of("shop/Money_.java", golden("Money_.java")));
    }

    @Test
    void writesTheTablesOfAHierarchy() {
        Compiled compiled = Compiled.in(folder, Map.of("shop/Vehicle.java", """
                        package shop;
                        import io.sluice.mapping.*;
                        import jakarta.persistence.*;

                        @Entity
                        @Inheritance(strategy = InheritanceType.JOINED)
                        abstract class Vehicle {
                            @Id @GeneratedValue Long id;
                            String name;
                            Money price;
                            @ManyToMany final ToMany<Vehicle> similar = ToMany.empty();

                            @Embeddable
                            record Money(long cents) {}

                            @Entity
                            static class Car extends Vehicle {
                                int doors;
                            }
                        }
                        """), STRICT);
        assertThat(compiled.problems()).isEmpty();
        assertThat(compiled.written())
                .containsEntry("shop/Vehicle_.java", golden("Vehicle_.java"))
                .containsEntry("shop/Vehicle_Car_.java", golden("Vehicle_Car_.java"));
    }

    @Test
    void obeysWhatIsSaidOfForeignKeysAndOverrides() {
        Compiled compiled = Compiled.in(folder, Map.of("shop/Part.java", """
                package shop;
                import io.sluice.mapping.*;
                import jakarta.persistence.*;

                @Entity
                @AttributeOverride(name = "place.street", column = @Column(name = "road", unique = true))
                class Part extends Base {
                    @ManyToOne(targetEntity = Part.class)
                    @JoinColumn(name = "whole", comment = "all of it", foreignKey = @ForeignKey(name = "fk_whole"))
                    ToOne<Part> whole = ToOne.empty();

                    @ManyToOne
                    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
                    ToOne<Part> loose = ToOne.empty();

                    @Converts(@Convert(converter = Reversed.class)) String name;
                    @Basic(optional = false) @org.jspecify.annotations.Nullable String known;

                    static class Reversed implements AttributeConverter<String, Integer> {
                        public Integer convertToDatabaseColumn(String value) { return 1; }

                        public String convertToEntityAttribute(Integer value) { return ""; }
                    }
                }
                """, "shop/Base.java", """
                package shop;
                import jakarta.persistence.*;

                @MappedSuperclass
                class Base {
                    @Id Long id;
                    Place place;

                    @Embeddable
                    record Place(String street) {}
                }
                """), STRICT);
        assertThat(compiled.problems()).isEmpty();
        assertThat(Objects.requireNonNull(compiled.written().get("shop/Part_.java"))
                        .replaceAll("\\s+", " "))
                .contains(
                        "column(\"whole\", Columns.references(() -> Part_.PART.id).named(\"fk_whole\"), Columns.comment(\"all of it\"))")
                .contains("column(\"loose_id\", SqlTypes.BIGINT)")
                .contains("column(\"road\", SqlTypes.varchar(255), Columns.unique(), Columns.notNull())")
                .contains("column(\"name\", Part_.Types.NAME, Columns.notNull())")
                .contains("column(\"known\", SqlTypes.varchar(255), Columns.notNull())");
    }

    private static String golden(String name) {
        try (InputStream in = Objects.requireNonNull(EntityProcessorTest.class.getResourceAsStream("golden/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void writesTheSameEachTime(@TempDir Path other) {
        assertThat(Compiled.in(folder, ARTICLE).written())
                .isEqualTo(Compiled.in(other, ARTICLE).written());
    }

    @Test
    void takesAnotherSuffix() {
        assertThat(Compiled.in(folder, ARTICLE, "-Asluice.suffix=Table").written())
                .containsOnlyKeys("shop/ArticleTable.java");
    }

    /** Names of the toolkit, of Java and of the written class itself, as entities and fields. */
    @Test
    void keepsNamesApart() {
        String fields = Stream.of(
                        "name", "above", "column", "attribute", "row", "at", "entity", "key", "id2", "columns")
                .map("String %s;"::formatted)
                .collect(Collectors.joining(" "));
        Map<String, String> sources = new LinkedHashMap<>();
        for (String type :
                new String[] {"Column", "Columns", "List", "String", "Object", "TableName", "Types", "Override"}) {
            sources.put(
                    "odd/%s.java".formatted(type),
                    "package odd; @jakarta.persistence.Entity @jakarta.persistence.Table(name = \"odd\") public class %s { @jakarta.persistence.Id Long id; java.lang.%s }"
                            .formatted(
                                    type,
                                    fields.replace("String ", "java.lang.String ")
                                            .replaceFirst("java.lang.", "")));
        }
        assertThat(Compiled.in(folder, sources, STRICT).problems()).isEmpty();
    }

    @Test
    void keepsNamesApartWhereEachKindHasATable() {
        Map<String, String> sources =
                Map.of("odd/Top.java", """
                package odd; %s
                @Entity @Inheritance(strategy = InheritanceType.JOINED) public class Top {
                    @Id Long id; String name; String above; String over;
                    @OneToMany(mappedBy = "top") @OrderBy("above, to desc") final ToMany<Low> lows = ToMany.empty();
                }
                """.formatted(IMPORTS), "odd/Low.java", """
                package odd; %s
                @Entity public class Low extends Top {
                    String to; String alias;
                    @ManyToOne final ToOne<Top> top = ToOne.empty();
                }
                """.formatted(IMPORTS));
        assertThat(Compiled.in(folder, sources, STRICT).problems()).isEmpty();
    }

    @Test
    void takesTheGeneratorThatAKeyNames() {
        Map<String, String> sources =
                Map.of("odd/Own.java", """
                package odd; %s
                @Entity class Own {
                    @Id @GeneratedValue(generator = "own") @SequenceGenerator(name = "own", sequenceName = "own_counter") Long id;
                }
                """.formatted(IMPORTS), "odd/Other.java", """
                package odd; %s
                @Entity class Other {
                    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "own") Long id;
                }
                """.formatted(IMPORTS));
        Compiled compiled = Compiled.in(folder, sources, STRICT);
        assertThat(compiled.problems()).isEmpty();
        assertThat(compiled.written().values())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).contains("Sequence.of(\"own_counter\")", "generatedBy("));
    }

    @Test
    void refusesTheTopOfAHierarchyWithoutTheRest(@TempDir Path later) {
        String top = "package odd; %s @Entity class Top { @Id Long id; }".formatted(IMPORTS);
        String low = "package odd; %s class Low { @Entity static class Lowest extends Top { int more; } }"
                .formatted(IMPORTS);
        assertThat(Compiled.in(folder, Map.of("odd/Top.java", top, "odd/Low.java", low), STRICT)
                        .problems())
                .isEmpty();
        String path = folder.resolve("classes") + File.pathSeparator + System.getProperty("java.class.path");
        assertThat(Compiled.in(later, Map.of("odd/Top.java", top), "-cp", path).problems())
                .singleElement()
                .extracting(Compiled.Problem::message)
                .asString()
                .isEqualTo(
                        "Top: Lowest extends it, and is not compiled with it; compile all of a hierarchy together, or delete its class if its source is gone");
    }

    /** Its enum can be named where it is declared, and not where the entity is. */
    @Test
    void refusesATypeThatAnotherPackageHides() {
        Map<String, String> sources =
                Map.of("one/Above.java", """
                package one; %s
                @MappedSuperclass public class Above {
                    enum Kind { A }
                    @Id public Long id;
                    private Kind kind;
                    public Kind getKind() { return kind; }
                    public void setKind(Kind kind) {}
                }
                """.formatted(IMPORTS), "two/Low.java", """
                package two; %s
                @Entity public class Low extends one.Above {}
                """.formatted(IMPORTS));
        assertThat(Compiled.in(folder, sources).problems())
                .singleElement()
                .isEqualTo(
                        new Compiled.Problem(
                                "one/Above.java",
                                5,
                                "Low.kind: Kind cannot be used by the code that is written in package two; make it visible there"));
    }

    @Test
    void worksInNoPackage() {
        Map<String, String> sources = Map.of("Shop.java", """
                %s
                @Entity class Shop {
                    enum Kind { BIG }
                    @Embeddable record Place(String town) {}
                    @Entity static class Branch { @Id Long id; @ManyToOne final ToOne<Shop> shop = ToOne.empty(); }
                    @Id Long id;
                    Kind kind;
                    Place place;
                }
                """.formatted(IMPORTS));
        assertThat(Compiled.in(folder, sources, STRICT).problems()).isEmpty();
    }

    @Test
    void worksInAModule() {
        String path = System.getProperty("java.class.path");
        Map<String, String> sources = new LinkedHashMap<>(Map.of("module-info.java", """
                module shop {
                    requires transitive io.sluice.core;
                    exports shop;
                }
                """));
        sources.putAll(ARTICLE);
        Compiled compiled = Compiled.in(
                folder,
                sources,
                Stream.concat(Stream.of(STRICT), Stream.of("--module-path", path))
                        .toArray(String[]::new));
        assertThat(compiled.problems()).isEmpty();
        assertThat(compiled.written()).containsKey("shop/Article_.java");
    }

    @Test
    void doesNotRepeatWarningsInAModule() {
        Map<String, String> sources = Map.of(
                "module-info.java",
                """
                module shop { requires transitive io.sluice.core; exports shop; }
                """,
                "shop/A.java",
                """
                package shop; %s
                @Entity @IdClass(A.Key.class) public class A {
                    record Key(Long one, Long two) {}
                    @Id Long one; @Id Long two;
                    shop.inner.Kind kind;
                    @ManyToOne final ToOne<shop.inner.B> b = ToOne.empty();
                    A() {}
                }
                """.formatted(IMPORTS),
                "shop/inner/Kind.java",
                """
                package shop.inner; public enum Kind { BIG }
                """,
                "shop/inner/B.java",
                """
                package shop.inner; %s @Entity public class B { @Id Long id; }
                """.formatted(IMPORTS));
        assertThat(Compiled.in(
                                folder,
                                sources,
                                Stream.concat(
                                                Stream.of(STRICT),
                                                Stream.of("--module-path", System.getProperty("java.class.path")))
                                        .toArray(String[]::new))
                        .problems())
                .isEmpty();
    }

    @Test
    void doesNotRepeatWarningsOfWhatIsDeprecatedOrUnchecked() {
        Map<String, String> sources = Map.of(
                "shop/A.java",
                """
                package shop; %s
                @Entity @SuppressWarnings({"deprecation", "removal"}) public class A {
                    @Id java.util.List<String> words;
                    @ManyToOne final ToOne<Old> old = ToOne.empty();
                    Part part;
                    Kind kind;
                }
                """.formatted(IMPORTS),
                "shop/Old.java",
                """
                package shop; %s @Deprecated @Entity public class Old { @Id Long id; }
                """.formatted(IMPORTS),
                "shop/Part.java",
                """
                package shop; %s @Deprecated @Embeddable public record Part(String text) {}
                """.formatted(IMPORTS),
                "shop/Kind.java",
                """
                package shop; @Deprecated(forRemoval = true) public enum Kind { BIG }
                """);
        assertThat(Compiled.in(folder, sources, STRICT).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-x", "."})
    void refusesASuffixThatMakesNoName(String suffix) {
        assertThat(Compiled.in(folder, ARTICLE, "-Asluice.suffix=" + suffix).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .startsWith("-Asluice.suffix=%s: a written class is called as the entity and this"
                                .formatted(suffix)));
    }

    @Test
    void keepsNamesOfTypesApartFromThoseOfFields() {
        Map<String, String> sources = Map.of(
                "odd/VAT.java",
                "package odd; public enum VAT { FULL }",
                "odd/A.java",
                """
                package odd; %s
                @Entity public class A {
                    @Id Long id; String SqlTypes; String Columns; VAT vat; Part part;
                }
                """.formatted(IMPORTS),
                "odd/Part.java",
                """
                package odd; %s @Embeddable public record Part(String Column, @Column(name = "kind") VAT vat) {}
                """.formatted(IMPORTS),
                "odd/IdSequence.java",
                """
                package odd; %s
                @Entity public class IdSequence {
                    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id;
                }
                """.formatted(IMPORTS));
        assertThat(Compiled.in(folder, sources, STRICT).problems()).isEmpty();
    }

    @Test
    void keepsADiscriminatorApartFromFieldsAndKeywords() {
        Map<String, String> sources = Map.of("odd/A.java", """
                package odd; %s
                @Entity @DiscriminatorColumn(name = "kind") @Table(indexes = @Index(columnList = "kind"))
                class A { @Id Long id; @Column(name = "k") String kind; }
                @Entity class B extends A { @ManyToOne final ToOne<C> kind_ = ToOne.empty(); }
                @Entity @DiscriminatorColumn(name = "class") class C { @Id Long id; }
                @Entity class D extends C {}
                """.formatted(IMPORTS));
        assertThat(Compiled.in(folder, sources, "-Xlint:all,-processing,-auxiliaryclass", "-Werror")
                        .problems())
                .isEmpty();
    }

    @Test
    void goesByAccessorsAsToolsMakeThem() {
        Map<String, String> sources = Map.of("odd/A.java", """
                package odd; %s
                @Entity public class A {
                    @Id Long id;
                    private boolean isOk;
                    public boolean isOk() { return isOk; }
                    public void setOk(boolean isOk) { this.isOk = isOk; }
                    private int xIndex;
                    public int getxIndex() { return xIndex; }
                    public void setxIndex(int index) { xIndex = index; }
                }
                """.formatted(IMPORTS));
        assertThat(Compiled.in(folder, sources, STRICT).problems()).isEmpty();
    }

    /** What it takes is printed, and no bar: a build machine may be busy. */
    @Test
    void compilesTwoHundredEntities() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < 200; i++) {
            sources.put("big/Thing%d.java".formatted(i), """
                    package big; %s
                    @Entity public class Thing%d {
                        @Id @GeneratedValue Long id;
                        String name; int size; java.time.Instant at; java.math.BigDecimal price; java.util.UUID code;
                        @Version int version;
                        @ManyToOne final ToOne<Thing%d> next = ToOne.empty();
                        @OneToMany(mappedBy = "next") final ToMany<Thing%d> before = ToMany.empty();
                    }
                    """.formatted(IMPORTS, i, (i + 1) % 200, (i + 199) % 200));
        }
        long start = System.nanoTime();
        Compiled compiled = Compiled.in(folder, sources, STRICT);
        System.out.printf("200 entities compiled in %d ms%n", (System.nanoTime() - start) / 1_000_000);
        assertThat(compiled.problems()).isEmpty();
        assertThat(compiled.written()).hasSize(200);
    }
}
