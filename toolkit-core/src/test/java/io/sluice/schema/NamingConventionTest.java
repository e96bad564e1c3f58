package io.sluice.schema;

import static io.sluice.schema.Columns.column;
import static io.sluice.schema.Columns.indexed;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.schema.Columns.unique;
import static io.sluice.type.SqlTypes.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.Dialects;
import io.sluice.dialect.Dialect;
import io.sluice.sql.StatementException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NamingConventionTest {
    private static final Pattern NAME = Pattern.compile("(?:CONSTRAINT|INDEX) (\\S+)");

    private final Table plain = Table.named(
            "nodes",
            column("id", BIGINT, primaryKey()),
            column("parent", references("nodes", "id", BIGINT), unique(), indexed()));
    private final Column<Long> id = plain.column("id", Long.class);
    private final Table nodes = plain.with(Check.of(id.gt(0L)), Check.of(id.lt(9L)));

    @Test
    void namesWhatHasNoName() {
        assertThat(names(nodes.create(), Dialects.POSTGRESQL))
                .containsExactly(
                        "pk_nodes",
                        "uq_nodes_parent",
                        "ck_nodes_1",
                        "ck_nodes_2",
                        "fk_nodes_parent",
                        "ix_nodes_parent");
    }

    @Test
    void isMetadatasToChoose() {
        var convention = NamingConvention.STANDARD
                .withPrimaryKey("{table}_pkey")
                .withForeignKey("{table}_{columns}_to_{target}")
                .withUniqueKey("{table}_{columns}_key")
                .withCheck("{table}_check{number}")
                .withIndex("{table}_{columns}_idx");
        Metadata model = Metadata.of(nodes).naming(convention);
        assertThat(names(model.createAll().strict(), Dialects.H2))
                .containsExactly(
                        "nodes_pkey",
                        "nodes_parent_key",
                        "nodes_check1",
                        "nodes_check2",
                        "nodes_parent_to_nodes",
                        "nodes_parent_idx")
                .isEqualTo(names(model.create(nodes), Dialects.H2));
        assertRefused(
                () -> NamingConvention.STANDARD.withIndex("{tabel}_idx"),
                "the pattern \"{tabel}_idx\" has a place {tabel}; it may have [table, columns]");
    }

    @Test
    void givesEachNameOnce() {
        assertRefused(
                () -> nodes.with(Index.on(plain.column("parent", Long.class))).create(),
                "table nodes has two keys, checks or indexes named ix_nodes_parent; give one of them a name");
    }

    @Test
    void shortensWhatADatabaseWouldCutOffAlwaysInTheSameWay() {
        Definition definition = Table.named("t".repeat(40), column("c".repeat(40), BIGINT, unique()))
                .create();
        String name = "uq_" + "t".repeat(40) + "_" + "c".repeat(40);
        assertThat(names(definition, Dialects.POSTGRESQL))
                .containsExactly(name.substring(0, 54) + "_d3e06022")
                .allSatisfy(made -> assertThat(made).hasSize(63));
        assertThat(names(definition, Dialects.MARIADB)).containsExactly(name.substring(0, 55) + "_d3e06022");
        assertThat(names(definition, Dialects.H2)).containsExactly(name);
    }

    @Test
    void shortensBetweenCharacters() {
        Definition definition =
                Table.named("😀".repeat(15), column("é", BIGINT, unique())).create();
        assertThat(names(definition, Dialects.POSTGRESQL)).containsExactly("\"uq_" + "😀".repeat(12) + "_c171f2ac\"");
    }

    @Test
    void leavesGivenNamesAsTheyAre() {
        var named = plain.with(UniqueKey.of(id).named("u".repeat(64)));
        assertRefused(
                () -> named.create().texts(Dialects.POSTGRESQL),
                "\"%s\" is too long for a name in PostgreSQL, which keeps 63 bytes; choose a shorter one"
                        .formatted("u".repeat(64)));
    }

    private static List<String> names(Definition definition, Dialect dialect) {
        return NAME.matcher(definition.sql(dialect).text())
                .results()
                .map(MatchResult::group)
                .map(found -> found.substring(found.lastIndexOf(' ') + 1))
                .toList();
    }

    private static void assertRefused(ThrowingCallable builds, String message) {
        assertThatExceptionOfType(StatementException.class).isThrownBy(builds).withMessage(message);
    }
}
