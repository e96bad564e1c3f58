package io.sluice.dialect.h2;

import static io.sluice.dialect.h2.Items.ITEMS;
import static io.sluice.dialect.h2.Parts.PARTS;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Functions.coalesce;
import static io.sluice.sql.Functions.upper;
import static io.sluice.sql.Sql.caseWhen;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.Sql.excluded;
import static io.sluice.sql.Sql.field;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.mergeInto;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.Sql.values;
import static io.sluice.sql.Sql.with;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.DatabaseException;
import io.sluice.sql.Derived;
import io.sluice.sql.Select;
import io.sluice.type.Json;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class H2ChangeIT extends OnH2 {

    private static final Select<Integer> PEAR_STOCK =
            select(ITEMS.stock).from(ITEMS).where(ITEMS.name.eq("pear"));

    @Test
    void returnsWhatAnInsertMade() {
        var insert = insertInto(ITEMS)
                .values(ITEMS.name.to("kiwi"), ITEMS.price.to(new BigDecimal("4.50")), ITEMS.stock.toDefault())
                .values(ITEMS.name.to("lime"), ITEMS.price.toNull(), ITEMS.stock.to(1))
                .returning(ITEMS.id, upper(ITEMS.name).as("loud"), ITEMS.stock, ITEMS.price);

        assertThat(rows(insert))
                .containsExactly(
                        Arrays.asList(4L, "KIWI", 7, new BigDecimal("4.50")), Arrays.asList(5L, "LIME", 1, null));
    }

    @Test
    void returnsWhatADefaultRowIs() {
        assertThat(list(insertInto(ITEMS).defaultValues().returning(ITEMS.stock)))
                .containsExactly(7);
    }

    @Test
    void returnsTheNewRowsOfAnUpdateAndTheOldOnesOfADelete() {
        var items = ITEMS.as("i");

        assertThat(rows(update(items)
                        .set(items.stock.to(items.stock.plus(5)))
                        .where(items.stock.ge(10))
                        .returning(items.name, items.stock)))
                .containsExactly(List.of("apple", 15), List.of("pear", 25));
        assertThat(list(deleteFrom(ITEMS).where(ITEMS.name.eq("fig")).returning(ITEMS.name)))
                .containsExactly("fig");
    }

    @Test
    void returnsColumnsOfATableInASchemaAndSubqueriesAboutThem() {
        var owner = select(ITEMS.name).from(ITEMS).where(ITEMS.id.eq(PARTS.itemId));

        assertThat(rows(update(PARTS)
                        .set(PARTS.amount.to(PARTS.amount.plus(1)))
                        .where(PARTS.id.eq(1L))
                        .returning(PARTS.amount, coalesce(PARTS.itemId, 0L), value(1).as("one"))))
                .containsExactly(List.of(101, 1L, 1));
        assertThat(list(deleteFrom(PARTS)
                        .where(PARTS.id.eq(3L))
                        .returning(caseWhen(PARTS.amount.gt(0), owner).otherwise("none"))))
                .containsExactly("pear");
    }

    @Test
    void insertsJsonNullsArraysAndQueries() {
        var insert = insertInto(ITEMS)
                .values(
                        ITEMS.name.to("kiwi"),
                        ITEMS.doc.to(new Json("{\"b\": [1, 2]}")),
                        ITEMS.tags.to(List.of("x", "y")))
                .values(ITEMS.name.to("lime"), ITEMS.doc.toNull(), ITEMS.tags.toNull())
                .values(ITEMS.name.to("plum"), ITEMS.doc.to(new Json("null")), ITEMS.tags.to(List.of()));
        assertThat(change(insert)).isEqualTo(3);
        assertThat(rows(select(ITEMS.doc, ITEMS.tags)
                        .from(ITEMS)
                        .where(ITEMS.id.gt(3L))
                        .orderBy(ITEMS.id)))
                .containsExactly(
                        List.of(new Json("{\"b\":[1,2]}"), List.of("x", "y")),
                        Arrays.asList(null, null),
                        List.of(new Json("null"), List.of()));

        var copies = insertInto(ITEMS)
                .columns(ITEMS.name, ITEMS.stock)
                .from(select(ITEMS.name.concat("2"), value(3)).from(ITEMS).where(ITEMS.id.le(2L)));
        assertThat(change(copies)).isEqualTo(2);
    }

    @Nested
    class WithAConflict {

        @Test
        void updatesTheRowThatIsThereAndInsertsTheOthers() {
            var upsert = insertInto(ITEMS)
                    .values(ITEMS.name.to("pear"), ITEMS.stock.to(3))
                    .values(ITEMS.name.to("kiwi"), ITEMS.stock.to(4))
                    .onConflict(ITEMS.name)
                    .doUpdate(ITEMS.stock.to(ITEMS.stock.plus(excluded(ITEMS.stock))));

            assertThat(change(upsert)).isEqualTo(2);
            assertThat(rows(select(ITEMS.name, ITEMS.stock)
                            .from(ITEMS)
                            .where(ITEMS.name.in(List.of("pear", "kiwi")))
                            .orderBy(ITEMS.name)))
                    .containsExactly(List.of("kiwi", 4), List.of("pear", 23));
        }

        @Test
        void returnsTheRowAsItIsAfterwards() {
            var upsert = insertInto(ITEMS)
                    .values(ITEMS.name.to("pear"), ITEMS.stock.to(3))
                    .onConflict(ITEMS.name)
                    .doUpdate(ITEMS.stock.to(excluded(ITEMS.stock)))
                    .returning(ITEMS.id, ITEMS.stock);

            assertThat(rows(upsert)).containsExactly(List.of(2L, 3));
        }

        @Test
        void leavesTheRowThatIsThere() {
            var insert = insertInto(ITEMS)
                    .values(ITEMS.name.to("pear"), ITEMS.stock.to(3))
                    .onConflict(ITEMS.name)
                    .doNothing();

            assertThat(change(insert)).isZero();
            assertThat(list(insert.returning(ITEMS.id))).isEmpty();
            assertThat(list(PEAR_STOCK)).containsExactly(20);
        }

        @Test
        void insertsTheFirstOfRepeatedKeysAndEveryNull() {
            var insert = insertInto(ITEMS)
                    .values(ITEMS.name.to("kiwi"), ITEMS.stock.to(31))
                    .values(ITEMS.name.to("pear"), ITEMS.stock.to(32))
                    .values(ITEMS.name.to("kiwi"), ITEMS.stock.to(33))
                    .values(ITEMS.name.toNull(), ITEMS.stock.to(34))
                    .values(ITEMS.name.toNull(), ITEMS.stock.to(35))
                    .onConflict(ITEMS.name)
                    .doNothing();

            assertThat(change(insert)).isEqualTo(3);
            assertThat(list(select(ITEMS.stock)
                            .from(ITEMS)
                            .where(ITEMS.stock.gt(30))
                            .orderBy(ITEMS.stock)))
                    .containsExactly(31, 34, 35);
        }

        @Test
        void updatesOnlyWhereAConditionHolds() {
            var upsert = insertInto(ITEMS)
                    .values(ITEMS.name.to("pear"), ITEMS.stock.to(3))
                    .onConflict(ITEMS.name)
                    .doUpdate(ITEMS.stock.to(excluded(ITEMS.stock)))
                    .where(ITEMS.stock.lt(excluded(ITEMS.stock)));

            assertThat(change(upsert)).isZero();
            assertThat(list(PEAR_STOCK)).containsExactly(20);
        }

        @Test
        void takesItsRowsFromAQueryAndWritesToASchema() {
            var upsert = insertInto(PARTS)
                    .columns(PARTS.id, PARTS.amount)
                    .from(select(ITEMS.id.plus(1L), ITEMS.stock).from(ITEMS).where(ITEMS.id.ge(2L)))
                    .onConflict(PARTS.id)
                    .doUpdate(PARTS.amount.to(PARTS.amount.plus(excluded(PARTS.amount))));

            assertThat(change(upsert)).isEqualTo(2);
            assertThat(rows(select(PARTS.id, PARTS.amount).from(PARTS).orderBy(PARTS.id)))
                    .containsExactly(List.of(1L, 100), List.of(2L, 200), List.of(3L, 221), Arrays.asList(4L, null));
        }

        @Test
        void doesNotCutWhatIsTooLong() {
            var insert = insertInto(ITEMS)
                    .values(ITEMS.name.to("a name of more than twenty letters"))
                    .onConflict(ITEMS.name)
                    .doNothing();

            assertThatThrownBy(() -> change(insert)).isInstanceOf(DatabaseException.class);
        }
    }

    @Nested
    class FromOtherSources {

        @Test
        void updatesTheRowsThatHaveAPartner() {
            var update = update(ITEMS)
                    .set(ITEMS.stock.to(PARTS.amount), ITEMS.price.to(new BigDecimal("9.99")))
                    .from(PARTS)
                    .where(PARTS.itemId.eq(ITEMS.id), PARTS.id.ne(3L));

            assertThat(change(update)).isEqualTo(2);
            assertThat(rows(select(ITEMS.stock, ITEMS.price).from(ITEMS).orderBy(ITEMS.id)))
                    .containsExactly(
                            List.of(100, new BigDecimal("9.99")),
                            List.of(200, new BigDecimal("9.99")),
                            Arrays.asList(null, new BigDecimal("3.00")));
        }

        @Test
        void updatesFromAQueryAndReturnsTheRows() {
            var totals = select(PARTS.itemId, sum(PARTS.amount).as("total"))
                    .from(PARTS)
                    .groupBy(PARTS.itemId)
                    .as("totals");
            var total = totals.column("total", BIGINT).cast(INTEGER);
            var update = update(ITEMS)
                    .set(ITEMS.stock.to(ITEMS.stock.plus(total)), ITEMS.name.to(upper(ITEMS.name)))
                    .from(totals)
                    .where(totals.column(PARTS.itemId).eq(ITEMS.id))
                    .returning(ITEMS.name, ITEMS.stock);

            assertThat(rows(update)).containsExactly(List.of("APPLE", 110), List.of("PEAR", 421));
        }

        @Test
        void failsWhereTheSourcesGiveARowTwoValues() {
            var update =
                    update(ITEMS).set(ITEMS.stock.to(PARTS.amount)).from(PARTS).where(PARTS.itemId.eq(ITEMS.id));

            assertThatThrownBy(() -> change(update)).isInstanceOf(DatabaseException.class);
        }

        @Test
        void deletesTheRowsThatHaveAPartner() {
            var delete = deleteFrom(PARTS)
                    .using(ITEMS)
                    .where(ITEMS.id.eq(PARTS.itemId), ITEMS.name.eq("pear"))
                    .returning(PARTS.id);

            assertThat(list(delete)).containsExactlyInAnyOrder(2L, 3L);
        }
    }

    @Nested
    class WithCommonTables {

        private final Select<Long> big = select(PARTS.itemId).from(PARTS).where(PARTS.amount.ge(200));

        @Test
        void updatesDeletesAndInserts() {
            var cte = big.asCte("big");
            var ids = select(cte.column(PARTS.itemId)).from(cte);

            assertThat(change(with(cte).update(ITEMS).set(ITEMS.stock.to(0)).where(ITEMS.id.in(ids))))
                    .isEqualTo(1);
            assertThat(list(PEAR_STOCK)).containsExactly(0);
            assertThat(change(with(cte)
                            .update(ITEMS)
                            .set(ITEMS.stock.to(1))
                            .from(cte)
                            .where(cte.column(PARTS.itemId).eq(ITEMS.id))))
                    .isEqualTo(1);
            assertThat(list(with(cte)
                            .insertInto(PARTS)
                            .columns(PARTS.id, PARTS.itemId)
                            .from(select(cte.column(PARTS.itemId).plus(10L), cte.column(PARTS.itemId))
                                    .distinct()
                                    .from(cte))
                            .returning(PARTS.id)))
                    .containsExactly(12L);
            assertThat(change(with(cte).deleteFrom(PARTS).where(PARTS.itemId.in(ids))))
                    .isEqualTo(3);
        }

        @Test
        void merges() {
            var cte = select(PARTS.itemId, sum(PARTS.amount).cast(INTEGER).as("total"))
                    .from(PARTS)
                    .groupBy(PARTS.itemId)
                    .asCte("totals");
            var merge = with(cte)
                    .mergeInto(ITEMS)
                    .using(cte)
                    .on(cte.column(PARTS.itemId).eq(ITEMS.id))
                    .whenMatched()
                    .thenUpdate(ITEMS.stock.to(cte.column("total", INTEGER)));

            assertThat(change(merge)).isEqualTo(2);
            assertThat(list(PEAR_STOCK)).containsExactly(401);
        }
    }

    @Nested
    class Merging {
        private final Derived delivery = values(field("name", TEXT), field("stock", INTEGER))
                .row("apple", 0)
                .row("pear", 5)
                .row("kiwi", 6)
                .row("lime", 0)
                .as("delivery");

        @Test
        void takesTheFirstBranchThatFits() {
            var name = delivery.column("name", TEXT);
            var stock = delivery.column("stock", INTEGER);
            var merge = mergeInto(ITEMS)
                    .using(delivery)
                    .on(ITEMS.name.eq(name))
                    .whenMatched(stock.eq(0))
                    .thenDelete()
                    .whenMatched()
                    .thenUpdate(ITEMS.stock.to(ITEMS.stock.plus(stock)))
                    .whenNotMatched(stock.gt(0))
                    .thenInsert(ITEMS.name.to(name), ITEMS.stock.to(stock), ITEMS.active.to(true))
                    .whenNotMatched()
                    .thenDoNothing();

            assertThat(change(deleteFrom(PARTS).everyRow())).isEqualTo(3);
            assertThat(change(merge)).isEqualTo(3);
            assertThat(rows(select(ITEMS.name, ITEMS.stock, ITEMS.active)
                            .from(ITEMS)
                            .where(ITEMS.name.ne("fig"))
                            .orderBy(ITEMS.name)))
                    .containsExactly(List.of("kiwi", 6, true), List.of("pear", 25, false));
        }

        @Test
        void returnsTheRowsThatItWrote() {
            var name = delivery.column("name", TEXT);
            var merge = mergeInto(ITEMS)
                    .using(delivery)
                    .on(ITEMS.name.eq(name))
                    .whenMatched()
                    .thenUpdate(ITEMS.stock.to(delivery.column("stock", INTEGER)))
                    .returning(ITEMS.name, ITEMS.stock);

            assertThat(rows(merge)).containsExactlyInAnyOrder(List.of("apple", 0), List.of("pear", 5));
        }
    }
}
