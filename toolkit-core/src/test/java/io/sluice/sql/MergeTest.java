package io.sluice.sql;

import static io.sluice.sql.Shop.CUSTOMERS;
import static io.sluice.sql.Shop.STAFF;
import static io.sluice.sql.Sql.field;
import static io.sluice.sql.Sql.mergeInto;
import static io.sluice.sql.Sql.values;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static io.sluice.sql.SqlAssertion.assertRefused;
import static io.sluice.type.SqlTypes.TEXT;

import org.junit.jupiter.api.Test;

class MergeTest {

    @Test
    void takesTheFirstBranchThatFits() {
        var name = field("name", TEXT);
        var wanted = values(name).row("Ada").as("wanted");
        assertPostgresql(
                mergeInto(STAFF)
                        .using(wanted)
                        .on(STAFF.name.eq(wanted.column(name)))
                        .whenMatched(STAFF.bossId.isNull(), STAFF.id.gt(1L))
                        .thenDelete()
                        .whenMatched(STAFF.id.eq(1L))
                        .thenDoNothing()
                        .whenMatched()
                        .thenUpdate(STAFF.bossId.to(1L))
                        .whenNotMatched(wanted.column(name).eq("x"))
                        .thenDoNothing()
                        .whenNotMatched()
                        .thenInsert(STAFF.id.to(9L), STAFF.name.to(wanted.column(name))),
                "MERGE INTO staff USING (VALUES ($1)) AS wanted (name) ON staff.name = wanted.name"
                        + " WHEN MATCHED AND staff.boss_id IS NULL AND staff.id > $2 THEN DELETE"
                        + " WHEN MATCHED AND staff.id = $3 THEN DO NOTHING"
                        + " WHEN MATCHED THEN UPDATE SET boss_id = $4"
                        + " WHEN NOT MATCHED AND wanted.name = $5 THEN DO NOTHING"
                        + " WHEN NOT MATCHED THEN INSERT (id, name) VALUES ($6, wanted.name)",
                "Ada",
                1L,
                1L,
                1L,
                "x",
                9L);
    }

    @Test
    void refusesToBeHalfSaid() {
        assertRefused(() -> mergeInto(STAFF).tree(), "mergeInto(staff): there is nothing to merge; say using(…)");
        assertRefused(
                () -> mergeInto(STAFF).using(CUSTOMERS).tree(), "mergeInto(staff): say with on(…) which rows match");
        assertRefused(
                () -> mergeInto(STAFF)
                        .using(CUSTOMERS)
                        .on(STAFF.id.eq(CUSTOMERS.id))
                        .tree(),
                "mergeInto(staff): say with whenMatched() or whenNotMatched() what to do");
        assertRefused(
                () -> mergeInto(STAFF).using(CUSTOMERS).whenMatched().thenUpdate(CUSTOMERS.name.to("x")),
                "thenUpdate(…) names customers.name, but the statement is about staff; take the column from staff");
    }
}
