package io.sluice.schema;

import static io.sluice.schema.Columns.column;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.type.SqlTypes.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sql.Reference;
import io.sluice.sql.tree.Qualifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CreationOrderTest {

    @Test
    void putsTablesAfterThoseTheyReferTo() {
        var order = orderOf(table("a", "b", "c"), table("b", "c"), table("c"));
        assertThat(order.tables()).extracting(Table::toString).containsExactly("c", "b", "a");
        assertThat(order.late()).isEmpty();
    }

    @Test
    void keepsTheGivenOrderWhereNothingAsksForAnother() {
        assertThat(orderOf(table("b"), table("a"), table("c")).tables())
                .extracting(Table::toString)
                .containsExactly("b", "a", "c");
    }

    @Test
    void doesNotWaitForATableThatRefersToItselfOrToOneElsewhere() {
        assertThat(orderOf(table("a", "a", "elsewhere")).late()).isEmpty();
    }

    @Test
    void letsOnlyTheKeyWaitThatClosesACircle() {
        var order = orderOf(table("a", "b"), table("b", "c"), table("c", "a", "d"), table("d"));
        assertThat(order.tables()).extracting(Table::toString).containsExactly("d", "c", "b", "a");
        assertThat(order.late())
                .extracting(late ->
                        late.owner().name() + " to " + late.key().table().name())
                .containsExactly("c to a");
    }

    @Test
    void followsALineOfTablesToItsEnd() {
        Table[] line = new Table[20_000];
        for (int i = 0; i < line.length; i++) {
            line[i] = i + 1 < line.length ? table("t" + i, "t" + (i + 1)) : table("t" + i);
        }
        assertThat(orderOf(line).tables()).hasSize(20_000).first().hasToString("t19999");
    }

    /** Whatever the tables: each key is either to a table before, or waits; and without a circle none waits. */
    @Test
    void holdsForAnyTables() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            boolean hasCircles = round % 2 == 0;
            Table[] tables = new Table[20];
            for (int i = 0; i < tables.length; i++) {
                int own = i;
                tables[i] = table(
                        "t" + i,
                        random.ints(3, 0, tables.length)
                                .filter(other -> hasCircles || other > own)
                                .distinct()
                                .mapToObj(other -> "t" + other)
                                .toArray(String[]::new));
            }
            requireSound(orderOf(tables), hasCircles);
        }
    }

    private static void requireSound(CreationOrder order, boolean mayWait) {
        Set<Qualifier> created = new HashSet<>();
        for (Table table : order.tables()) {
            created.add(table.table());
            for (Reference key : table.foreignKeys()) {
                boolean waits = order.late().contains(new CreationOrder.Late(table.table(), key));
                assertThat(waits).isNotEqualTo(created.contains(key.table()));
            }
        }
        assertThat(mayWait || order.late().isEmpty()).isTrue();
    }

    private static CreationOrder orderOf(Table... tables) {
        return CreationOrder.of(Arrays.asList(tables));
    }

    private static Table table(String name, String... targets) {
        List<ColumnDefinition<?>> columns = new ArrayList<>();
        columns.add(column("id", BIGINT, primaryKey()));
        for (String target : targets) {
            columns.add(column(target + "_id", references(target, "id", BIGINT)));
        }
        return Table.named(name, columns.toArray(ColumnDefinition<?>[]::new));
    }
}
