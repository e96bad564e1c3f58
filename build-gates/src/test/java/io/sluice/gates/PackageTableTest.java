package io.sluice.gates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackageTableTest {

    private final PackageTable table = PackageTable.empty()
            .row("session", "engine")
            .row("engine", "type")
            .row("dialect")
            .row("dialect.*", "dialect")
            .row("dialect.mysql", "dialect.mariadb")
            .row(PackageTable.ROOT, "dialect.*")
            .hiddenRow("processor", "session");

    @Test
    void allowsWhatARowNames() {
        assertThat(table.mayImport("io.sluice.engine", "io.sluice.type")).isTrue();
    }

    @Test
    void allowsWhatANamedPackageMayImport() {
        assertThat(table.mayImport("io.sluice.session", "io.sluice.type")).isTrue();
    }

    @Test
    void forbidsTheOtherDirection() {
        assertThat(table.mayImport("io.sluice.engine", "io.sluice.session")).isFalse();
    }

    @Test
    void forbidsWhatNoRowNames() {
        assertThat(table.mayImport("io.sluice.engine", "io.sluice.unheard")).isFalse();
    }

    @Test
    void forbidsBrothersToKnowEachOther() {
        assertThat(table.mayImport("io.sluice.dialect.h2", "io.sluice.dialect.mariadb"))
                .isFalse();
    }

    @Test
    void putsARowThatNamesAPackageBeforeOneThatMatchesIt() {
        assertThat(table.mayImport("io.sluice.dialect.mysql", "io.sluice.dialect.mariadb"))
                .isTrue();
        assertThat(table.mayImport("io.sluice.dialect.mysql", "io.sluice.dialect"))
                .isTrue();
    }

    @Test
    void knowsTheRootOnlyByName() {
        assertThat(table.mayImport("io.sluice", "io.sluice.dialect.h2")).isTrue();
        assertThat(table.mayImport("io.sluice.session", "io.sluice")).isFalse();
    }

    @Test
    void countsInternalsToThePackageTheyStandIn() {
        assertThat(table.mayImport("io.sluice.engine.internal", "io.sluice.type"))
                .isTrue();
        assertThat(table.mayImport("io.sluice.engine.internal.deep", "io.sluice.session"))
                .isFalse();
    }

    @Test
    void exportsAllButInternalAndHiddenPackages() {
        assertThat(table.exports("io.sluice.engine")).isTrue();
        assertThat(table.exports("io.sluice.engine.internal")).isFalse();
        assertThat(table.exports("io.sluice.processor")).isFalse();
    }
}
