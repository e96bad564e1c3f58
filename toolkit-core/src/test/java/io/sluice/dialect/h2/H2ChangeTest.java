package io.sluice.dialect.h2;

import static io.sluice.dialect.h2.Items.ITEMS;
import static io.sluice.dialect.h2.Items.h2;
import static io.sluice.dialect.h2.Parts.PARTS;
import static io.sluice.sql.Functions.upper;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.Sql.excluded;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.mergeInto;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.Sql.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.Dialects;
import io.sluice.sql.SqlText;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class H2ChangeTest {

    @Nested
    class ThatReturnsRows {

        @Test
        void isAQueryOfTheRowsItMade() {
            SqlText sql = insertInto(ITEMS)
                    .values(ITEMS.name.to("a"), ITEMS.stock.toDefault())
                    .returning(ITEMS.id, upper(ITEMS.name).as("loud"))
                    .sql(Dialects.H2);

            assertThat(sql.text())
                    .isEqualTo("SELECT items.id, upper(items.name) AS loud FROM FINAL TABLE"
                            + " (INSERT INTO items (name, stock) VALUES (?1, DEFAULT)) AS items");
            assertThat(sql.parameters()).containsExactly("a");
        }

        @Test
        void saysWhichTypesComeBack() {
            var returning = insertInto(ITEMS).defaultValues().returning(ITEMS.id, ITEMS.name);

            List<SqlType<?>> types = Dialects.H2.compile(returning.tree()).resultTypes();

            assertThat(types).containsExactly(SqlTypes.BIGINT, SqlTypes.varchar(20));
        }

        @Test
        void goesByTheAliasOfItsTable() {
            var items = ITEMS.as("i");

            assertThat(h2(update(items)
                            .set(items.stock.to(1))
                            .where(items.id.eq(2L))
                            .returning(items.stock)))
                    .isEqualTo(
                            "SELECT i.stock FROM FINAL TABLE (UPDATE items AS i SET stock = ?1 WHERE i.id = ?2) AS i");
        }

        @Test
        void losesTheSchemaOfItsTable() {
            assertThat(h2(deleteFrom(PARTS).where(PARTS.id.eq(2L)).returning(PARTS.amount)))
                    .isEqualTo("SELECT parts.amount FROM OLD TABLE"
                            + " (DELETE FROM store.parts WHERE store.parts.id = ?1) AS parts");
        }
    }

    @Nested
    class OnConflict {

        @Test
        void isAMerge() {
            SqlText sql = insertInto(ITEMS)
                    .values(ITEMS.name.to("a"), ITEMS.stock.to(1))
                    .values(ITEMS.name.to("b"), ITEMS.stock.to(2))
                    .onConflict(ITEMS.name)
                    .doUpdate(ITEMS.stock.to(excluded(ITEMS.stock)), ITEMS.active.to(true))
                    .where(ITEMS.stock.lt(excluded(ITEMS.stock)))
                    .sql(Dialects.H2);

            assertThat(sql.text())
                    .isEqualTo("MERGE INTO items USING (VALUES (CAST(?1 AS varchar), CAST(?2 AS integer)),"
                            + " (CAST(?3 AS varchar), CAST(?4 AS integer))) AS excluded (name, stock)"
                            + " ON items.name = excluded.name"
                            + " WHEN MATCHED AND items.stock < excluded.stock THEN UPDATE SET stock = excluded.stock, active = ?5"
                            + " WHEN NOT MATCHED THEN INSERT (name, stock) VALUES (excluded.name, excluded.stock)");
            assertThat(sql.parameters()).containsExactly("a", 1, "b", 2, true);
        }

        @Test
        void thatDoesNothingPassesRepeatedKeysOver() {
            assertThat(h2(insertInto(ITEMS)
                            .values(ITEMS.name.to("a"))
                            .values(ITEMS.name.to("a"))
                            .onConflict(ITEMS.name)
                            .doNothing()))
                    .isEqualTo("MERGE INTO items USING (SELECT * FROM (VALUES (CAST(?1 AS varchar)),"
                            + " (CAST(?2 AS varchar))) AS excluded (name)"
                            + " QUALIFY excluded.name IS NULL OR ROW_NUMBER() OVER (PARTITION BY excluded.name) = 1)"
                            + " AS excluded ON items.name = excluded.name"
                            + " WHEN NOT MATCHED THEN INSERT (name) VALUES (excluded.name)");
        }

        @Test
        void takesTheRowsOfAQueryAndReturnsRows() {
            assertThat(h2(insertInto(PARTS)
                            .columns(PARTS.id, PARTS.itemId)
                            .from(select(ITEMS.id, ITEMS.id).from(ITEMS))
                            .onConflict(PARTS.id, PARTS.itemId)
                            .doUpdate(PARTS.amount.to(PARTS.amount.plus(1)))
                            .returning(PARTS.amount)))
                    .isEqualTo(
                            "SELECT parts.amount FROM FINAL TABLE (MERGE INTO store.parts"
                                    + " USING (SELECT items.id, items.id FROM items) AS excluded (id, item_id)"
                                    + " ON store.parts.id = excluded.id AND store.parts.item_id = excluded.item_id"
                                    + " WHEN MATCHED THEN UPDATE SET amount = store.parts.amount + CAST(?1 AS integer)"
                                    + " WHEN NOT MATCHED THEN INSERT (id, item_id) VALUES (excluded.id, excluded.item_id)) AS parts");
        }
    }

    @Nested
    class WithOtherSources {

        @Test
        void updatesFromASubquery() {
            SqlText sql = update(ITEMS)
                    .set(ITEMS.stock.to(PARTS.amount), ITEMS.active.to(false))
                    .from(PARTS)
                    .where(PARTS.itemId.eq(ITEMS.id), PARTS.amount.gt(7))
                    .sql(Dialects.H2);

            assertThat(sql.text())
                    .isEqualTo("UPDATE items SET (stock) = (SELECT DISTINCT store.parts.amount FROM store.parts"
                            + " WHERE store.parts.item_id = items.id AND store.parts.amount > ?1), active = ?2"
                            + " WHERE EXISTS (SELECT 1 FROM store.parts"
                            + " WHERE store.parts.item_id = items.id AND store.parts.amount > ?1)");
            assertThat(sql.parameters()).containsExactly(7, false);
        }

        @Test
        void deletesWhereASubqueryHasRows() {
            assertThat(h2(deleteFrom(PARTS).using(ITEMS).where(ITEMS.id.eq(PARTS.itemId))))
                    .isEqualTo("DELETE FROM store.parts WHERE EXISTS"
                            + " (SELECT 1 FROM items WHERE items.id = store.parts.item_id)");
        }
    }

    @Nested
    class WithCommonTables {

        @Test
        void movesThemToItsQueries() {
            var big = select(PARTS.itemId).from(PARTS).where(PARTS.amount.gt(7)).asCte("big");
            var ids = select(big.column(PARTS.itemId)).from(big);

            assertThat(h2(with(big).deleteFrom(ITEMS).where(ITEMS.id.in(ids))))
                    .isEqualTo("DELETE FROM items WHERE items.id IN (WITH big (item_id) AS"
                            + " (SELECT store.parts.item_id FROM store.parts WHERE store.parts.amount > ?1)"
                            + " SELECT big.item_id FROM big)");
            assertThat(h2(with(big).insertInto(ITEMS).columns(ITEMS.id).from(ids)))
                    .isEqualTo("INSERT INTO items (id) WITH big (item_id) AS"
                            + " (SELECT store.parts.item_id FROM store.parts WHERE store.parts.amount > ?1)"
                            + " SELECT big.item_id FROM big");
        }

        @Test
        void movesThemToTheSourceOfAMerge() {
            var big = select(PARTS.itemId).from(PARTS).asCte("big");

            assertThat(h2(with(big)
                            .mergeInto(ITEMS)
                            .using(big)
                            .on(big.column(PARTS.itemId).eq(ITEMS.id))
                            .whenMatched()
                            .thenUpdate(ITEMS.stock.to(1))
                            .whenNotMatched()
                            .thenDoNothing()))
                    .isEqualTo(
                            "MERGE INTO items USING (WITH big (item_id) AS (SELECT store.parts.item_id FROM store.parts)"
                                    + " SELECT * FROM big) AS big ON big.item_id = items.id"
                                    + " WHEN MATCHED THEN UPDATE SET stock = ?1");
        }
    }

    @Test
    void mergesBranchByBranch() {
        assertThat(h2(mergeInto(ITEMS)
                        .using(PARTS)
                        .on(PARTS.itemId.eq(ITEMS.id))
                        .whenMatched(PARTS.amount.eq(0))
                        .thenDelete()
                        .whenMatched()
                        .thenUpdate(ITEMS.stock.to(PARTS.amount))
                        .whenNotMatched()
                        .thenInsert(ITEMS.name.to("new"), ITEMS.stock.to(PARTS.amount))))
                .isEqualTo("MERGE INTO items USING store.parts ON store.parts.item_id = items.id"
                        + " WHEN MATCHED AND store.parts.amount = ?1 THEN DELETE"
                        + " WHEN MATCHED THEN UPDATE SET stock = store.parts.amount"
                        + " WHEN NOT MATCHED THEN INSERT (name, stock) VALUES (?2, store.parts.amount)");
    }
}
