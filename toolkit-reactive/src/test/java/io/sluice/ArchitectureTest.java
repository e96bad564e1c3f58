package io.sluice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gates.ModuleRules;
import io.sluice.gates.NeverBlock;
import io.sluice.gates.PackageTable;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ModuleRules {

    ArchitectureTest() {
        super(PackageTable.empty()
                .row("codec", "type", "sql.tree", "sql", "schema", "mapping", "dialect")
                .row("engine", "codec")
                .hiddenRow("state", "engine")
                .hiddenRow("load", "state")
                .row("flush", "state")
                .row("session", "load", "flush")
                .hiddenRow("driver.*", "engine"));
    }

    @Test
    void callsNothingThatBlocks() {
        classes().should(new NeverBlock()).allowEmptyShould(true).check(classes);
    }

    @Test
    void takesNoLockThatWaits() {
        assertThat(sources.synchronizedCode())
                .as("code that is synchronized, where an event loop could wait")
                .isEmpty();
    }

    @Test
    void takesInOnlyWhatItNeeds() {
        assertThat(dependencies)
                .as("dependencies; a new one has to earn its place")
                .isSubsetOf(
                        "io.sluice:toolkit-core",
                        "io.projectreactor:reactor-core",
                        "io.r2dbc:r2dbc-spi",
                        "io.projectreactor.addons:reactor-pool",
                        "io.projectreactor.netty:reactor-netty-core",
                        "com.google.code.findbugs:jsr305",
                        "org.slf4j:slf4j-api",
                        "org.jspecify:jspecify",
                        "org.postgresql:r2dbc-postgresql",
                        "io.r2dbc:r2dbc-h2",
                        "org.mariadb:r2dbc-mariadb",
                        "io.micrometer:micrometer-observation",
                        "jakarta.validation:jakarta.validation-api",
                        "com.fasterxml.jackson.core:jackson-databind");
    }
}
