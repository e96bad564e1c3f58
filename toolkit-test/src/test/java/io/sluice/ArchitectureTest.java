package io.sluice;

import io.sluice.gates.ModuleRules;
import io.sluice.gates.PackageTable;

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
}
