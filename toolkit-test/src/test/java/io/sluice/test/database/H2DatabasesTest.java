package io.sluice.test.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class H2DatabasesTest {

    private final Databases databases = new H2Databases(new H2Source().start());

    @Test
    void keepsADatabaseUntilItIsDropped() {
        DatabaseUrl url = databases.create(Template.of("CREATE TABLE t (id INTEGER)"));

        assertThatCode(() -> Script.of("INSERT INTO t VALUES (1)").run(url)).doesNotThrowAnyException();
        databases.drop(url);
        assertThatThrownBy(() -> Script.of("INSERT INTO t VALUES (1)").run(url))
                .hasMessageContaining("\"T\" not found");
        databases.drop(url);
    }

    @Test
    void saysWhichStatementOfATemplateIsWrong() {
        assertThatThrownBy(() ->
                        databases.create(Template.of("CREATE TABLE t (id INTEGER)", "CREATE TABEL u (id INTEGER)")))
                .isInstanceOf(TestDatabaseException.class)
                .hasMessageContainingAll(
                        "Filling a test database", "CREATE TABEL u", "correct this statement of the template");
    }

    @Test
    void givesEachDatabaseItsName() {
        assertThat(databases.create(Template.EMPTY)).isNotEqualTo(databases.create(Template.EMPTY));
    }
}
