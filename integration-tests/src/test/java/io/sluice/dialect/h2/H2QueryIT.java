package io.sluice.dialect.h2;

import static io.sluice.dialect.h2.Items.ITEMS;
import static io.sluice.dialect.h2.Parts.PARTS;
import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Aggregates.max;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.field;
import static io.sluice.sql.Sql.rowsOf;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.text;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.Sql.with;
import static io.sluice.sql.WindowFunctions.currentRow;
import static io.sluice.sql.WindowFunctions.lag;
import static io.sluice.sql.WindowFunctions.partitionBy;
import static io.sluice.sql.WindowFunctions.preceding;
import static io.sluice.sql.WindowFunctions.rowNumber;
import static io.sluice.sql.WindowFunctions.window;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.array;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class H2QueryIT extends OnH2 {

    @Test
    void joinsAndSorts() {
        assertThat(rows(select(ITEMS.name, PARTS.amount)
                        .from(ITEMS)
                        .leftJoin(PARTS)
                        .on(PARTS.itemId.eq(ITEMS.id))
                        .orderBy(PARTS.amount.desc().nullsLast())))
                .containsExactly(
                        List.of("pear", 201), List.of("pear", 200), List.of("apple", 100), Arrays.asList("fig", null));
        assertThat(list(select(ITEMS.name).from(PARTS).rightJoin(ITEMS).on(PARTS.itemId.eq(ITEMS.id))))
                .hasSize(4);
        assertThat(list(select(count()).from(ITEMS).crossJoin(PARTS))).containsExactly(9L);
    }

    @Test
    void takesAPartOfTheRows() {
        var byPrice = select(ITEMS.name).from(ITEMS).orderBy(ITEMS.price);

        assertThat(list(byPrice.limit(1).offset(1))).containsExactly("pear");
        assertThat(list(byPrice.offset(2))).containsExactly("fig");
        assertThat(list(select(PARTS.id)
                        .from(PARTS)
                        .orderBy(PARTS.itemId.desc())
                        .limitWithTies(1)))
                .containsExactlyInAnyOrder(2L, 3L);
        assertThat(list(select(PARTS.id)
                        .from(PARTS)
                        .orderBy(PARTS.itemId)
                        .limitWithTies(1)
                        .offset(1)))
                .containsExactlyInAnyOrder(2L, 3L);
    }

    @Test
    void keepsTheFirstOfEach() {
        assertThat(list(select(PARTS.amount)
                        .distinctOn(PARTS.itemId)
                        .from(PARTS)
                        .orderBy(PARTS.itemId, PARTS.amount.desc())))
                .containsExactly(100, 201);
    }

    @Test
    void putsQueriesTogether() {
        var ids = select(ITEMS.id).from(ITEMS);
        var used = select(PARTS.itemId).from(PARTS);

        assertThat(list(ids.except(used))).containsExactly(3L);
        assertThat(list(ids.intersect(used))).containsExactlyInAnyOrder(1L, 2L);
        assertThat(list(ids.unionAll(used))).hasSize(6);
        assertThat(list(ids.limit(1).unionAll(used.orderBy(PARTS.id).limit(1)))).hasSize(2);
    }

    @Test
    void looksThroughWindows() {
        var perItem = partitionBy(PARTS.itemId).orderBy(PARTS.id);

        assertThat(rows(select(
                                PARTS.id,
                                rowNumber().over(perItem),
                                sum(PARTS.amount)
                                        .over(window().orderBy(PARTS.id).rowsBetween(preceding(1), currentRow())),
                                lag(PARTS.amount, 1, -1).over("w"))
                        .from(PARTS)
                        .window("w", window().orderBy(PARTS.id))
                        .orderBy(PARTS.id)))
                .containsExactly(List.of(1L, 1L, 100L, -1), List.of(2L, 1L, 300L, 100), List.of(3L, 2L, 401L, 200));
    }

    @Test
    void readsCommonTables() {
        var totals = select(PARTS.itemId, sum(PARTS.amount).as("total"))
                .from(PARTS)
                .groupBy(PARTS.itemId)
                .asCte("totals");
        var numbers = select(value(1).as("n"))
                .asRecursiveCte(
                        "numbers",
                        self -> select(self.column("n", INTEGER).plus(1))
                                .from(self)
                                .where(self.column("n", INTEGER).lt(4)));

        assertThat(list(with(totals)
                        .select(ITEMS.name)
                        .from(ITEMS)
                        .join(totals)
                        .on(totals.column(PARTS.itemId).eq(ITEMS.id))
                        .where(totals.column("total", BIGINT).gt(100L))))
                .containsExactly("pear");
        assertThat(list(with(numbers).select(numbers.column("n", INTEGER)).from(numbers)))
                .containsExactly(1, 2, 3, 4);
        assertThat(list(with(numbers, totals)
                        .select(max(totals.column("total", BIGINT)))
                        .from(totals)
                        .where(totals.column(PARTS.itemId)
                                .in(select(numbers.column("n", INTEGER).cast(BIGINT))
                                        .from(numbers)))))
                .containsExactly(401L);
    }

    @Test
    void readsRowsOfFunctions() {
        var tags = rowsOf("unnest", value(List.of("x", "y"), array(TEXT)))
                .as("tags", field("tag", TEXT))
                .withOrdinality();

        assertThat(rows(select(tags.column("tag", TEXT), tags.ordinality()).from(tags)))
                .containsExactly(List.of("x", 1L), List.of("y", 2L));
    }

    @Test
    void locksRows() {
        assertThat(list(select(ITEMS.id)
                        .from(ITEMS)
                        .orderBy(ITEMS.id)
                        .limit(1)
                        .forUpdate()
                        .skipLocked()))
                .containsExactly(1L);
        assertThat(list(select(ITEMS.id)
                        .from(ITEMS)
                        .where(ITEMS.id.eq(2L))
                        .forUpdate()
                        .noWait()))
                .containsExactly(2L);
    }

    @Test
    void runsTextWithTypedValues() {
        assertThat(list(text("SELECT :a + :b").bind("a", 1).bind("b", 2).returning(INTEGER)))
                .containsExactly(3);
    }

    @Test
    void takesNearlyAnyName() {
        for (String name :
                List.of("value", "Mixed", "two words", "a\"b", "a.b", "--", "/*", "?1", "\u00e4\u20ac\ud83d\ude00")) {
            assertThat(rows(select(value(1).as(name), value(2).as("b")))).containsExactly(List.of(1, 2));
        }
    }
}
