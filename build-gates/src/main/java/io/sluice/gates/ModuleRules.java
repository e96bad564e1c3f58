package io.sluice.gates;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What holds for every published module. Its {@code ArchitectureTest} extends this class and adds what holds for it alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ModuleRules {

    private final PackageTable table;
    private final Path module = moduleOf(getClass());

    /** The classes of the module, without its tests. */
    protected final JavaClasses classes = new ClassFileImporter().importPath(module.resolve("target/classes"));

    /** The sources of the module, without its tests. */
    protected final ModuleSources sources = ModuleSources.in(module.resolve("src/main/java"));

    /** The dependencies of the module, optional ones included, those of its tests not. */
    protected final List<String> dependencies = DeclaredDependencies.of(module.resolve("pom.xml"));

    protected ModuleRules(PackageTable table) {
        this.table = table;
    }

    @Test
    void hasClassesToCheck() {
        assertThat(packages()).isNotEmpty();
    }

    @Test
    void everyPackageStandsInTheTable() {
        assertThat(packages())
                .as(
                        "packages that the table of %s knows; give a new one its row, and say there what it may import",
                        getClass())
                .allMatch(table::contains);
    }

    @Test
    void packagesImportOnlyWhatTheTableAllows() {
        classes()
                .should(importOnlyWhatTheTableAllows())
                .because("a lower layer that knows a higher one cannot be used, tested or changed alone")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void publicSignaturesShowOnlyWhatUsersCanName() {
        classes()
                .that(new PublicApi(table))
                .should(new ShowOnlyWhatUsersCanName(table))
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(packages())
                .as("packages with @NullMarked on their package-info")
                .allMatch(name -> classes.contain(name + ".package-info")
                        && classes.get(name + ".package-info").isAnnotatedWith(NullMarked.class));
    }

    @Test
    void moduleExportsEveryPackageThatIsNotInternal() {
        var exported = moduleDescriptor().exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source);
        assertThat(exported)
                .as("packages that module-info exports to everybody")
                .containsExactlyInAnyOrderElementsOf(
                        packages().stream().filter(table::exports).toList());
    }

    @Test
    void everyPublicTypeSaysWhatItIs() {
        assertThat(sources.publicTypesWithoutComment(table))
                .as("public types and packages without a doc comment; one sentence says what it is")
                .isEmpty();
    }

    private ArchCondition<JavaClass> importOnlyWhatTheTableAllows() {
        return new ArchCondition<>("import only what the table of packages allows") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                from.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isForbidden(dependency))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(from, dependency.getDescription())));
            }
        };
    }

    private boolean isForbidden(Dependency dependency) {
        var to = dependency.getTargetClass().getBaseComponentType().getPackageName();
        return PackageTable.isOurs(to)
                && !table.mayImport(dependency.getOriginClass().getPackageName(), to);
    }

    private Set<String> packages() {
        return classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.isEmpty())
                .collect(toCollection(TreeSet::new));
    }

    private ModuleDescriptor moduleDescriptor() {
        try (var in = Files.newInputStream(module.resolve("target/classes/module-info.class"))) {
            return ModuleDescriptor.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of the module whose tests run: it holds {@code target/test-classes}, wherever the build was started. */
    private static Path moduleOf(Class<?> test) {
        try {
            return Path.of(test.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolve("../..")
                    .normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
