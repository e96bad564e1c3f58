package io.sluice.sql;

import static io.sluice.sql.Sql.field;
import static io.sluice.sql.Sql.text;
import static io.sluice.sql.SqlAssertion.absent;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static io.sluice.sql.SqlAssertion.assertRefused;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.JSONB;
import static io.sluice.type.SqlTypes.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.type.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    record Size(String pretty, Long bytes) {}

    @Test
    void bindsValuesByName() {
        assertPostgresql(
                text("SELECT pg_size_pretty(:bytes::bigint), :näme_2, :bytes")
                        .bind("bytes", 5L)
                        .bind("näme_2", "x")
                        .returning(TEXT),
                "SELECT pg_size_pretty($1::bigint), $2, $1",
                5L,
                "x");
    }

    @Test
    void bindsNullsAndTypesThatAValueDoesNotTell() {
        assertPostgresql(
                text("CALL f(:a, :b, :c)")
                        .bindNull("a", TEXT)
                        .bind("b", absent(), BIGINT)
                        .bind("c", new Json("{}"), JSONB),
                "CALL f($1, $2, CAST($3 AS jsonb))",
                null,
                null,
                new Json("{}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ':a'",
                "SELECT 'it''s :a'",
                "SELECT \":a\" FROM t",
                "SELECT \"x\"\":a\" FROM t",
                "SELECT `:a` FROM t",
                "SELECT 1 -- :a\n + 1",
                "SELECT /* :a */ 1",
                "SELECT $$ :a $$",
                "SELECT $tag$ :a $$ :a $tag$",
                "SELECT E'it\\'s :a'",
                "SELECT x::a FROM t",
                "SET @x := 1",
                "SELECT x[y:z] FROM t",
                "SELECT '12:30'::time",
                "SELECT 1 :2"
            })
    void findsNoNameWhereAColonMeansSomethingElse(String sql) {
        assertPostgresql(text(sql), sql);
    }

    @Test
    void findsNamesAroundAllThat() {
        assertPostgresql(
                text("SELECT ':x', :a, /* :y */ :b -- :z\n, $$:q$$ || :a")
                        .bind("a", 1)
                        .bind("b", 2),
                "SELECT ':x', $1, /* :y */ $2 -- :z\n, $$:q$$ || $1",
                1,
                2);
    }

    @Test
    void givesRowsAndRecords() {
        var pretty = field("pretty", TEXT);
        var bytes = field("bytes", BIGINT);
        TextQuery<Row> rows = text("SELECT pretty, bytes FROM sizes").returning(pretty, bytes);
        assertThat(rows.reader().read(new Object[] {"5 kB", 5L}).get(bytes)).isEqualTo(5L);
        assertThat(rows.as(Size.class).reader().read(new Object[] {"5 kB", 5L})).isEqualTo(new Size("5 kB", 5L));
    }

    @Test
    void standsInAnotherQuery() {
        var n = field("n", BIGINT);
        var series =
                text("SELECT generate_series(1, :n)").bind("n", 3L).returning(n).as("s");
        assertPostgresql(
                Sql.select(series.column(n)).from(series),
                "SELECT s.n FROM (SELECT generate_series(1, $1)) AS s (n)",
                3L);
    }

    @Test
    void isAValue() {
        var text = text("SELECT :a").bind("a", 1);
        assertThat(text).isEqualTo(text("SELECT :a").bind("a", 1)).hasToString("SELECT :a");
        assertThat(text.bind("a", 2)).isNotEqualTo(text);
    }

    @Test
    void refusesNamesThatAreMissing() {
        assertRefused(() -> text("SELECT :a").tree(), ":a has no value; say bind(\"a\", value)");
        assertRefused(() -> text("SELECT :a").bind("b", 1), "there is no :b in this text; it has [a]");
        assertRefused(() -> text("SELECT :a").bind("a", absent()), ":a: a null has no type; say bindNull(\"a\", type)");
        assertRefused(
                () -> text("SELECT :a").bind("a", List.of()),
                "there is no usual SQL type for java.util.ImmutableCollections$ListN; pass the type too");
    }
}
