package io.sluice.dialect.mariadb;

import static io.sluice.dialect.mariadb.Bank.ACCOUNTS;
import static io.sluice.dialect.mariadb.Bank.TRANSFERS;
import static io.sluice.dialect.mariadb.Bank.assertMariadb;
import static io.sluice.dialect.mariadb.Bank.assertMariadbRefuses;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.Sql.excluded;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.mergeInto;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.Sql.with;

import io.sluice.sql.Cte;
import io.sluice.sql.Insert;
import org.junit.jupiter.api.Test;

class MariadbChangeTest {
    private static final Insert ADA = insertInto(ACCOUNTS).values(ACCOUNTS.id.to(1L), ACCOUNTS.owner.to("Ada"));

    @Test
    void insertsRowsAndDefaults() {
        assertMariadb(
                ADA.returning(ACCOUNTS.id),
                "INSERT INTO accounts (id, owner) VALUES (?, ?) RETURNING accounts.id",
                1L,
                "Ada");
        assertMariadb(insertInto(ACCOUNTS).defaultValues(), "INSERT INTO accounts () VALUES ()");
    }

    @Test
    void setsAColumnToItselfToDoNothing() {
        assertMariadb(
                ADA.onConflict(ACCOUNTS.id).doNothing(),
                "INSERT INTO accounts (id, owner) VALUES (?, ?) ON DUPLICATE KEY UPDATE id = accounts.id",
                1L,
                "Ada");
        assertMariadb(
                ADA.onConflict().doNothing(),
                "INSERT INTO accounts (id, owner) VALUES (?, ?) ON DUPLICATE KEY UPDATE id = accounts.id",
                1L,
                "Ada");
    }

    @Test
    void updatesWithWhatWasProposed() {
        assertMariadb(
                ADA.onConflict(ACCOUNTS.id)
                        .doUpdate(
                                ACCOUNTS.cents.to(ACCOUNTS.cents.plus(1)), ACCOUNTS.owner.to(excluded(ACCOUNTS.owner))),
                "INSERT INTO accounts (id, owner) VALUES (?, ?) "
                        + "ON DUPLICATE KEY UPDATE cents = accounts.cents + ?, owner = VALUES(owner)",
                1L,
                "Ada",
                1);
    }

    @Test
    void namesTheTableWhereTheRowsComeFromAnother() {
        assertMariadb(
                insertInto(ACCOUNTS)
                        .columns(ACCOUNTS.id, ACCOUNTS.cents)
                        .from(select(TRANSFERS.id, TRANSFERS.cents).from(TRANSFERS))
                        .onConflict(ACCOUNTS.id)
                        .doUpdate(ACCOUNTS.cents.to(excluded(ACCOUNTS.cents))),
                "INSERT INTO accounts (id, cents) SELECT transfers.id, transfers.cents FROM transfers "
                        + "ON DUPLICATE KEY UPDATE accounts.cents = VALUES(cents)");
    }

    @Test
    void refusesConditionsOfAnUpsert() {
        String message = "MariaDB cannot say a condition in an upsert; "
                + "give the column its old value with caseWhen(…) where it does not hold";
        assertMariadbRefuses(
                ADA.onConflict(ACCOUNTS.id).where(ACCOUNTS.cents.gt(0)).doNothing(), message);
        assertMariadbRefuses(
                ADA.onConflict(ACCOUNTS.id).doUpdate(ACCOUNTS.cents.to(0)).where(ACCOUNTS.cents.gt(0)), message);
    }

    @Test
    void refusesToGiveRowsItDidNotInsert() {
        assertMariadbRefuses(
                ADA.onConflict(ACCOUNTS.id).doNothing().returning(ACCOUNTS.id),
                "MariaDB cannot say RETURNING of rows inserted with doNothing(); "
                        + "as it gives rows that were there too; select them, or say what to change with doUpdate(…)");
    }

    @Test
    void saysWithBeforeTheQueryOfAnInsert() {
        Cte ids = select(TRANSFERS.accountId).from(TRANSFERS).asCte("ids");
        assertMariadb(
                with(ids)
                        .insertInto(ACCOUNTS)
                        .columns(ACCOUNTS.id)
                        .from(select(ids.column(TRANSFERS.accountId)).from(ids)),
                "INSERT INTO accounts (id) WITH ids (account_id) AS (SELECT transfers.account_id FROM transfers) "
                        + "SELECT ids.account_id FROM ids");
        assertMariadbRefuses(
                with(ids).insertInto(ACCOUNTS).values(ACCOUNTS.id.to(1L)),
                "MariaDB cannot say WITH before an insert of rows written out; insert from(select(…)) instead of values(…)");
    }

    @Test
    void updatesOneTableByItselfOrBesideOthers() {
        assertMariadb(
                update(ACCOUNTS).set(ACCOUNTS.cents.to(ACCOUNTS.cents.plus(1))).where(ACCOUNTS.id.eq(1L)),
                "UPDATE accounts SET cents = accounts.cents + ? WHERE accounts.id = ?",
                1,
                1L);
        assertMariadb(
                update(ACCOUNTS)
                        .set(ACCOUNTS.cents.to(TRANSFERS.cents))
                        .from(TRANSFERS)
                        .where(TRANSFERS.accountId.eq(ACCOUNTS.id)),
                "UPDATE accounts, transfers SET accounts.cents = transfers.cents WHERE transfers.account_id = accounts.id");
    }

    @Test
    void refusesToReadAColumnThatIsSetAlready() {
        String message = "MariaDB cannot say cents read after it is set, since it sets columns from left to right; "
                + "set cents last, or in a statement of its own";
        assertMariadbRefuses(
                update(ACCOUNTS)
                        .set(ACCOUNTS.cents.to(0), ACCOUNTS.owner.to(ACCOUNTS.cents.cast(io.sluice.type.SqlTypes.TEXT)))
                        .everyRow(),
                message);
        assertMariadb(
                update(ACCOUNTS)
                        .set(ACCOUNTS.owner.to(ACCOUNTS.cents.cast(io.sluice.type.SqlTypes.TEXT)), ACCOUNTS.cents.to(0))
                        .everyRow(),
                "UPDATE accounts SET owner = CAST(accounts.cents AS CHAR), cents = ?",
                0);
    }

    @Test
    void deletesFromOneTableByItselfOrBesideOthers() {
        assertMariadb(
                deleteFrom(ACCOUNTS).where(ACCOUNTS.id.eq(1L)).returning(ACCOUNTS.owner),
                "DELETE FROM accounts WHERE accounts.id = ? RETURNING accounts.owner",
                1L);
        assertMariadb(
                deleteFrom(ACCOUNTS).using(TRANSFERS).where(TRANSFERS.accountId.eq(ACCOUNTS.id)),
                "DELETE accounts FROM accounts, transfers WHERE transfers.account_id = accounts.id");
        var gone = ACCOUNTS.as("gone");
        assertMariadb(
                deleteFrom(gone).where(gone.id.eq(1L)), "DELETE gone FROM accounts AS gone WHERE gone.id = ?", 1L);
    }

    @Test
    void refusesWhatItsChangesDoNotHave() {
        Cte ids = select(TRANSFERS.accountId).from(TRANSFERS).asCte("ids");
        assertMariadbRefuses(
                update(ACCOUNTS).set(ACCOUNTS.cents.to(0)).everyRow().returning(ACCOUNTS.id),
                "MariaDB cannot say RETURNING of an update; select the rows afterwards, in the same transaction");
        assertMariadbRefuses(
                deleteFrom(ACCOUNTS)
                        .using(TRANSFERS)
                        .where(TRANSFERS.accountId.eq(ACCOUNTS.id))
                        .returning(ACCOUNTS.id),
                "MariaDB cannot say RETURNING of a delete with an alias or using(…); use in(select(…)), and no alias");
        assertMariadbRefuses(
                with(ids).update(ACCOUNTS).set(ACCOUNTS.cents.to(0)).everyRow(),
                "MariaDB cannot say WITH before an update; put the query in FROM with as(…)");
        assertMariadbRefuses(
                with(ids).deleteFrom(ACCOUNTS).everyRow(),
                "MariaDB cannot say WITH before a delete; put the query in FROM with as(…)");
        assertMariadbRefuses(
                mergeInto(ACCOUNTS)
                        .using(TRANSFERS)
                        .on(TRANSFERS.accountId.eq(ACCOUNTS.id))
                        .whenMatched()
                        .thenDelete(),
                "MariaDB cannot say MERGE; use insertInto(…).onConflict(…).doUpdate(…)");
    }
}
