package io.sluice.tpch;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.Dialects;
import io.sluice.dialect.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the queries of TPC-H become on each database, whole. The texts stand in a file for each, a paragraph for a query,
 * with lines broken where they read best.
 */
class TpchTextTest {
    private static final Map<String, String> POSTGRESQL = texts("built-postgresql.sql");
    private static final Map<String, String> H2 = texts("built-h2.sql");
    private static final Map<String, String> MARIADB = texts("built-mariadb.sql");

    @ParameterizedTest
    @EnumSource
    void areTheSameAsEver(TpchQuery query) {
        assertIs(query, Dialects.POSTGRESQL, POSTGRESQL);
        assertIs(query, Dialects.H2, H2);
        assertIs(query, Dialects.MARIADB, MARIADB);
    }

    /** So that none is forgotten in a file. */
    @Test
    void areTwentyTwo() {
        assertThat(TpchQuery.values()).hasSize(22);
        assertThat(POSTGRESQL).hasSize(22);
        assertThat(H2).hasSize(22);
        assertThat(MARIADB).hasSize(22);
    }

    private static void assertIs(TpchQuery query, Dialect dialect, Map<String, String> texts) {
        assertThat(query.select().sql(dialect).text())
                .as("%s on %s", query, dialect)
                .isEqualTo(texts.get(query.name()));
    }

    private static Map<String, String> texts(String file) {
        try (InputStream in = Objects.requireNonNull(TpchTextTest.class.getResourceAsStream(file), file)) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return Arrays.stream(all.split("\n\\s*\n"))
                    .map(paragraph -> paragraph.split("\n", 2))
                    .collect(Collectors.toMap(lines -> lines[0].substring("-- ".length()), lines -> oneLine(lines[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String oneLine(String lines) {
        return lines.strip().replaceAll("\\s+", " ").replace("( ", "(");
    }
}
