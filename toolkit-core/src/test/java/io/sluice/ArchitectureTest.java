package io.sluice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gates.ModuleRules;
import io.sluice.gates.PackageTable;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ModuleRules {

    ArchitectureTest() {
        super(PackageTable.empty()
                .row("type")
                .row("sql.tree", "type")
                .row("sql", "sql.tree")
                .row("schema", "sql")
                .row("mapping", "schema")
                .row("annotation", "mapping")
                .row("dialect", "schema")
                .hiddenRow("dialect.*", "dialect")
                .hiddenRow("dialect.mysql", "dialect.mariadb")
                .row(PackageTable.ROOT, "dialect.*")
                .hiddenRow("processor", "mapping"));
    }

    @Test
    void knowsNeitherReactorNorR2dbc() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("reactor..", "org.reactivestreams..", "io.r2dbc..")
                .because("statements are values, whoever runs them")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void takesInOnlyWhatItNeeds() {
        assertThat(dependencies)
                .as("dependencies; a new one has to earn its place")
                .isSubsetOf("org.jspecify:jspecify", "jakarta.persistence:jakarta.persistence-api");
    }
}
