package io.sluice.dialect;

import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.JSONB;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.array;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sql.tree.Atom.Bind;
import io.sluice.type.Json;
import io.sluice.type.SqlType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two values that some database takes for equal are equal here too. */
class SetKeyTest {

    @Test
    void tellsOrdinaryValuesApart() {
        assertThat(key(INTEGER, 1)).isEqualTo(key(INTEGER, 1)).isNotEqualTo(key(INTEGER, 2));
        assertThat(key(TEXT, "a")).isNotEqualTo(key(TEXT, "b"));
    }

    @Test
    void takesSpellingsOfACollationForOne() {
        assertThat(key(TEXT, "Ärger ")).isEqualTo(key(TEXT, "arger"));
    }

    /** MariaDB's older collations know one character beyond the basic plane. */
    @Test
    void takesCharactersBeyondTheBasicPlaneForOne() {
        assertThat(key(TEXT, "x😀")).isEqualTo(key(TEXT, "x😁")).isNotEqualTo(key(TEXT, "x"));
    }

    @Test
    void takesAnyTwoForOneWhereATypeHasSeveralSpellings() {
        assertThat(key(JSONB, new Json("{\"a\":1}"))).isEqualTo(key(JSONB, new Json("{\"a\": 1}")));
        assertThat(key(array(INTEGER), List.of(1))).isEqualTo(key(array(INTEGER), List.of(2)));
    }

    private static <T> List<Object> key(SqlType<T> type, T value) {
        return SetKey.of(List.of(new Bind(value, type)), List.of(0));
    }
}
