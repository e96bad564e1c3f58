package io.sluice.dialect;

import static io.sluice.schema.Columns.column;
import static io.sluice.sql.Sql.cell;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.Dialects;
import io.sluice.schema.Table;
import io.sluice.sql.Insert;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParameterLimitTest {
    private static final Table NUMBERS = Table.named("numbers", column("n", INTEGER));

    @Test
    void takesAsManyValuesAsTheDatabaseDoes() {
        assertThat(rows(65_535).sql(Dialects.POSTGRESQL).parameters()).hasSize(65_535);
        assertThat(rows(131_072).sql(Dialects.MARIADB).parameters()).hasSize(131_072);
        assertThat(rows(100_000).sql(Dialects.H2).parameters()).hasSize(100_000);
    }

    @Test
    void refusesOneMoreBeforeItIsSent() {
        Insert tooMany = rows(65_536);

        assertThatThrownBy(() -> tooMany.sql(Dialects.POSTGRESQL))
                .hasMessage("a statement carries 65536 values, and PostgreSQL takes 65535;"
                        + " split it, insert fewer rows at a time for example");
        assertThatThrownBy(() -> rows(131_073).sql(Dialects.MARIADB)).hasMessageContaining("MariaDB takes 131072");
        assertThatThrownBy(() -> rows(100_001).sql(Dialects.H2)).hasMessageContaining("H2 takes 100000");
    }

    /** A picture for people has no limit. */
    @Test
    void showsAnyNumber() {
        assertThat(rows(65_536).toString()).endsWith(", ($65536)");
    }

    private static Insert rows(int count) {
        return insertInto(NUMBERS)
                .rows(IntStream.range(0, count).boxed().toList(), cell(NUMBERS.column("n", Integer.class), n -> n));
    }
}
