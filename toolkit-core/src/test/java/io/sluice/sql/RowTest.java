package io.sluice.sql;

import static io.sluice.sql.Shop.CUSTOMERS;
import static io.sluice.sql.Shop.ORDERS;
import static io.sluice.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RowTest {
    private final Labelled<Integer> twice = ORDERS.totalCents.times(2).as("twice");
    private final Query<Row> query =
            select(ORDERS.id, ORDERS.note, twice, CUSTOMERS.id).from(ORDERS).join(CUSTOMERS);
    private final Row row = query.reader().read(new Object[] {7L, null, 84, 1L});

    @Test
    void givesValuesByWhatWasSelected() {
        assertThat(row.get(ORDERS.id)).isEqualTo(7L);
        assertThat(row.get(CUSTOMERS.id)).isEqualTo(1L);
        assertThat(row.get(twice)).isEqualTo(84);
        assertThat(row.get(ORDERS.totalCents.times(2).as("twice"))).isEqualTo(84);
        assertThat(row.getOrNull(ORDERS.note)).isNull();
    }

    @Test
    void givesValuesByNamePlaceAndAsAMap() {
        assertThat(row.get("twice")).isEqualTo(84);
        assertThat(row.get("twice", Integer.class)).isEqualTo(84);
        assertThat(row.get(2)).isEqualTo(84);
        assertThat(row.size()).isEqualTo(4);
        assertThat(row.asMap())
                .containsOnlyKeys("id", "note", "twice")
                .containsEntry("id", 7L)
                .containsEntry("note", null);
    }

    @Test
    void isAValueThatKeepsItsValuesToItself() {
        assertThat(row)
                .isEqualTo(query.reader().read(new Object[] {7L, null, 84, 1L}))
                .isNotEqualTo(query.reader().read(new Object[] {8L, null, 84, 1L}))
                .hasToString("Row[id, note, twice, id]");
    }

    @Test
    void raisesOnNullUnlessItIsExpected() {
        assertThatExceptionOfType(NullResultException.class)
                .isThrownBy(() -> row.get(ORDERS.note))
                .withMessage("orders.note is NULL in this row; use getOrNull(…) where that may be");
        assertThatExceptionOfType(NullResultException.class)
                .isThrownBy(() -> row.get("note", String.class))
                .withMessage("note is NULL in this row; use get(name) where that may be");
    }

    @Test
    void namesWhatItHasIfSomethingElseIsAskedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.get(ORDERS.status))
                .withMessage("orders.status was not selected; the row has [id, note, twice, id]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.get("status"))
                .withMessage("there is no column status; the row has [id, note, twice, id]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.get("twice", String.class))
                .withMessage("twice is a java.lang.Integer in this row, not a java.lang.String");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> row.get(4))
                .withMessage("there is no column 4: the row has 4, counted from 0");
    }
}
