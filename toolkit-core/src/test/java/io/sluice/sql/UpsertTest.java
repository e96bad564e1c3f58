package io.sluice.sql;

import static io.sluice.sql.Shop.CUSTOMERS;
import static io.sluice.sql.Sql.excluded;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static io.sluice.sql.SqlAssertion.assertRefused;

import org.junit.jupiter.api.Test;

class UpsertTest {
    private final Insert ada = insertInto(CUSTOMERS).values(CUSTOMERS.email.to("a@x"), CUSTOMERS.name.to("Ada"));
    private static final String ADA = "INSERT INTO customers (email, name) VALUES ($1, $2)";

    @Test
    void leavesTheRowThatIsThere() {
        assertPostgresql(ada.onConflict().doNothing(), ADA + " ON CONFLICT DO NOTHING", "a@x", "Ada");
        assertPostgresql(
                ada.onConflict(CUSTOMERS.email).doNothing(), ADA + " ON CONFLICT (email) DO NOTHING", "a@x", "Ada");
        assertPostgresql(
                ada.onConstraint("uq_Email").doNothing(),
                ADA + " ON CONFLICT ON CONSTRAINT \"uq_Email\" DO NOTHING",
                "a@x",
                "Ada");
    }

    @Test
    void changesTheRowThatIsThere() {
        assertPostgresql(
                ada.onConflict(CUSTOMERS.email)
                        .doUpdate(
                                CUSTOMERS.name.to(excluded(CUSTOMERS.name).concat(CUSTOMERS.name)),
                                CUSTOMERS.active.to(true))
                        .where(
                                CUSTOMERS.active.isFalse(),
                                excluded(CUSTOMERS.name).ne("x")),
                ADA + " ON CONFLICT (email) DO UPDATE SET name = excluded.name || customers.name, active = $3"
                        + " WHERE customers.active IS FALSE AND excluded.name <> $4",
                "a@x",
                "Ada",
                true,
                "x");
    }

    @Test
    void findsAPartialIndexByItsCondition() {
        assertPostgresql(
                ada.onConflict(CUSTOMERS.email, CUSTOMERS.country)
                        .where(CUSTOMERS.active)
                        .doUpdate(CUSTOMERS.name.to(excluded(CUSTOMERS.name)))
                        .returning(CUSTOMERS.id),
                ADA
                        + " ON CONFLICT (email, country) WHERE customers.active DO UPDATE SET name = excluded.name RETURNING customers.id",
                "a@x",
                "Ada");
    }

    @Test
    void refusesWhatHasNoMeaning() {
        assertRefused(
                () -> ada.onConflict().doUpdate(CUSTOMERS.name.to("x")),
                "doUpdate(…) needs to know which key clashes; name its columns in onConflict(…)");
        assertRefused(
                () -> ada.onConstraint("uq").where(CUSTOMERS.active),
                "onConflict(…).where(…) names a partial index, and needs its columns in onConflict(…)");
        assertRefused(
                () -> ada.where(CUSTOMERS.active),
                "where(…) of an insert belongs after onConflict(…).doUpdate(…), which it limits");
        assertRefused(
                () -> ada.onConflict(CUSTOMERS.email).doNothing().where(CUSTOMERS.active),
                "where(…) of an insert belongs after onConflict(…).doUpdate(…), which it limits");
        assertRefused(
                () -> ada.onConflict(Shop.STAFF.name),
                "onConflict(…) names staff.name, but the statement is about customers; take the column from customers");
    }
}
