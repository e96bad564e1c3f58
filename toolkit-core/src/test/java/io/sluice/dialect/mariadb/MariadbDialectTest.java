package io.sluice.dialect.mariadb;

import static io.sluice.Dialects.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.dialect.Dialect;
import io.sluice.sql.StatementException;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MariadbDialectTest {

    enum Mood {
        CALM,
        CROSS
    }

    @Test
    void isFoundByTheNameOfTheDriver() {
        assertThat(ServiceLoader.load(Dialect.class))
                .filteredOn(dialect -> dialect.isSpokenBy("MariaDB"))
                .singleElement()
                .isInstanceOf(MariadbDialect.class);
    }

    @ParameterizedTest
    @CsvSource({
        "owner, owner",
        "Owner, `Owner`",
        "order, `order`",
        "separator, `separator`",
        "row_number, `row_number`",
        "a`b, `a``b`",
        "straße, `straße`",
        "2nd, `2nd`",
    })
    void quotesWhatItMust(String name, String sql) {
        assertThat(MARIADB.quoted(name)).isEqualTo(sql);
    }

    @Test
    void countsTheCharactersOfANameAndNotItsBytes() {
        String longest = "ß".repeat(64);

        assertThat(MARIADB.quoted(longest)).isEqualTo("`" + longest + "`");
        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> MARIADB.quoted("a".repeat(65)))
                .withMessage("\"" + "a".repeat(65)
                        + "\" cannot be a name in MariaDB: it keeps 64 characters; choose a shorter one");
    }

    @Test
    void refusesNamesThatTheServerDoesNotKeep() {
        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> MARIADB.quoted("\uD83D\uDE00"))
                .withMessage("\"\uD83D\uDE00\" cannot be a name in MariaDB: "
                        + "it keeps no characters beyond U+FFFF, such as emoji; choose others");
        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> MARIADB.quoted("end "))
                .withMessage("\"end \" cannot be a name in MariaDB: a name does not end with a space");
        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> MARIADB.quoted(""))
                .withMessage("\"\" cannot be a name in MariaDB: a name is not empty and has no character NUL");
    }

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of(SqlTypes.BOOLEAN, "boolean"),
                Arguments.of(SqlTypes.SMALLINT, "smallint"),
                Arguments.of(SqlTypes.INTEGER, "integer"),
                Arguments.of(SqlTypes.BIGINT, "bigint"),
                Arguments.of(SqlTypes.NUMERIC, "decimal(65, 30)"),
                Arguments.of(SqlTypes.numeric(12, 2), "numeric(12, 2)"),
                Arguments.of(SqlTypes.REAL, "float"),
                Arguments.of(SqlTypes.DOUBLE, "double"),
                Arguments.of(SqlTypes.character(3), "char(3)"),
                Arguments.of(SqlTypes.varchar(80), "varchar(80)"),
                Arguments.of(SqlTypes.TEXT, "longtext"),
                Arguments.of(SqlTypes.BYTEA, "longblob"),
                Arguments.of(SqlTypes.DATE, "date"),
                Arguments.of(SqlTypes.TIME, "time(6)"),
                Arguments.of(SqlTypes.TIMESTAMP, "datetime(6)"),
                Arguments.of(SqlTypes.TIMESTAMPTZ, "timestamp(6)"),
                Arguments.of(SqlTypes.UUID_TYPE, "uuid"),
                Arguments.of(SqlTypes.JSONB, "json"),
                Arguments.of(SqlTypes.INET, "varchar(43)"),
                Arguments.of(SqlTypes.enumeration("mood", Mood.class), "enum('CALM', 'CROSS')"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesTypes(SqlType<?> type, String name) {
        assertThat(MARIADB.typeName(type)).isEqualTo(name);
    }

    @Test
    void saysWhatToKeepInsteadOfATypeItLacks() {
        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> MARIADB.typeName(SqlTypes.array(SqlTypes.TEXT)))
                .withMessage("MariaDB has no type for text[]; keep the elements in a table of their own, or as JSON");
        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> MARIADB.typeName(SqlTypes.INTERVAL))
                .withMessage("MariaDB has no type for interval; keep a number of days or microseconds");
        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> MARIADB.typeName(SqlTypes.DATERANGE))
                .withMessage("MariaDB has no type for daterange; keep both ends in columns of their own");
        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> MARIADB.typeName(SqlTypes.TSVECTOR))
                .withMessage("MariaDB has no type for tsvector; "
                        + "make a FULLTEXT index and say MATCH … AGAINST with template(…)");
    }
}
