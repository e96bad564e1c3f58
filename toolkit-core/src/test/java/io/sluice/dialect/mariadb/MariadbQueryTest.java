package io.sluice.dialect.mariadb;

import static io.sluice.dialect.mariadb.Bank.ACCOUNTS;
import static io.sluice.dialect.mariadb.Bank.TRANSFERS;
import static io.sluice.dialect.mariadb.Bank.assertMariadb;
import static io.sluice.dialect.mariadb.Bank.assertMariadbRefuses;
import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Sql.cube;
import static io.sluice.sql.Sql.field;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.rollup;
import static io.sluice.sql.Sql.rowsOf;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.text;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.Sql.values;
import static io.sluice.sql.Sql.with;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.TEXT;

import io.sluice.sql.Cte;
import io.sluice.sql.Field;
import org.junit.jupiter.api.Test;

class MariadbQueryTest {
    private static final Field<Integer> N = field("n", INTEGER);
    private static final Field<String> WORD = field("word", TEXT);

    @Test
    void putsNullWhereItIsAskedFor() {
        assertMariadb(
                select(ACCOUNTS.id)
                        .from(ACCOUNTS)
                        .orderBy(
                                ACCOUNTS.since.asc().nullsLast(),
                                ACCOUNTS.cents.desc().nullsFirst()),
                "SELECT accounts.id FROM accounts ORDER BY accounts.since IS NULL, accounts.since, "
                        + "accounts.cents IS NULL DESC, accounts.cents DESC");
    }

    @Test
    void saysNothingWhereNullStandsThereAnyway() {
        assertMariadb(
                select(ACCOUNTS.id)
                        .from(ACCOUNTS)
                        .orderBy(
                                ACCOUNTS.since.asc().nullsFirst(),
                                ACCOUNTS.cents.desc().nullsLast()),
                "SELECT accounts.id FROM accounts ORDER BY accounts.since, accounts.cents DESC");
    }

    @Test
    void limitsEvenWhereOnlyAnOffsetIsAskedFor() {
        assertMariadb(
                select(ACCOUNTS.id).from(ACCOUNTS).offset(20),
                "SELECT accounts.id FROM accounts LIMIT 9223372036854775807 OFFSET ?",
                20L);
        assertMariadb(
                select(ACCOUNTS.id).from(ACCOUNTS).limit(10).offset(20),
                "SELECT accounts.id FROM accounts LIMIT ? OFFSET ?",
                10L,
                20L);
        assertMariadb(
                select(ACCOUNTS.id).from(ACCOUNTS).orderBy(ACCOUNTS.cents.asc()).limitWithTies(10),
                "SELECT accounts.id FROM accounts ORDER BY accounts.cents FETCH FIRST ? ROWS WITH TIES",
                10L);
    }

    @Test
    void groupsByRollup() {
        assertMariadb(
                select(ACCOUNTS.owner, ACCOUNTS.open, count())
                        .from(ACCOUNTS)
                        .groupBy(rollup(ACCOUNTS.owner, ACCOUNTS.open))
                        .having(count().gt(1L)),
                "SELECT accounts.owner, accounts.`open`, count(*) FROM accounts "
                        + "GROUP BY accounts.owner, accounts.`open` WITH ROLLUP HAVING count(*) > ?",
                1L);
    }

    @Test
    void refusesOtherGroupings() {
        String message = "MariaDB cannot say GROUPING SETS, CUBE, or ROLLUP beside other terms; "
                + "group by rollup(…) alone, or put a query for each set together with unionAll(…)";
        assertMariadbRefuses(select(count()).from(ACCOUNTS).groupBy(cube(ACCOUNTS.owner)), message);
        assertMariadbRefuses(select(count()).from(ACCOUNTS).groupBy(ACCOUNTS.open, rollup(ACCOUNTS.owner)), message);
        assertMariadbRefuses(
                select(ACCOUNTS.owner)
                        .from(ACCOUNTS)
                        .groupBy(rollup(ACCOUNTS.owner))
                        .orderBy(ACCOUNTS.owner.asc()),
                "MariaDB cannot say ROLLUP with ORDER BY; put the query in FROM with as(…), and order outside");
    }

    @Test
    void writesRowsAsSelects() {
        assertMariadb(
                values(N, WORD).row(1, "a").row(2, "b"),
                "SELECT ? AS n, ? AS word UNION ALL SELECT ?, ?",
                1,
                "a",
                2,
                "b");
        var list = values(N, WORD).row(1, "a").row(2, "b").as("list");
        assertMariadb(
                select(list.column(WORD)).from(list),
                "SELECT list.word FROM (SELECT ? AS n, ? AS word UNION ALL SELECT ?, ?) AS list",
                1,
                "a",
                2,
                "b");
    }

    @Test
    void namesTheColumnsOfTextInACommonTable() {
        var hand = text("SELECT seq, seq * 2 FROM seq_1_to_3")
                .returning(N, field("twice", INTEGER))
                .as("hand");

        assertMariadb(
                select(hand.column(N)).from(hand),
                "SELECT hand.n FROM (WITH hand (n, twice) AS (SELECT seq, seq * 2 FROM seq_1_to_3) SELECT * FROM hand) AS hand");
    }

    @Test
    void recurses() {
        var counter = select(value(1).as("n"))
                .asRecursiveCte(
                        "counter",
                        self -> select(self.column(N).plus(1))
                                .from(self)
                                .where(self.column(N).lt(3)));

        assertMariadb(
                with(counter).select(counter.column(N)).from(counter),
                "WITH RECURSIVE counter (n) AS (SELECT ? AS n UNION ALL SELECT counter.n + ? FROM counter WHERE counter.n < ?) "
                        + "SELECT counter.n FROM counter",
                1,
                1,
                3);
    }

    @Test
    void refusesCommonTablesItDoesNotKnow() {
        Cte folded = select(ACCOUNTS.id).from(ACCOUNTS).asCte("ids").materialized(false);
        assertMariadbRefuses(
                with(folded).select(folded.column(ACCOUNTS.id)).from(folded),
                "MariaDB cannot say MATERIALIZED; leave materialized(…) out; the optimizer decides");
        Cte added = insertInto(ACCOUNTS)
                .values(ACCOUNTS.id.to(1L))
                .returning(ACCOUNTS.id)
                .asCte("added");
        assertMariadbRefuses(
                with(added).select(added.column(ACCOUNTS.id)).from(added),
                "MariaDB cannot say a common table that changes data; run the change as a statement of its own, before");
    }

    @Test
    void locks() {
        var ids = select(ACCOUNTS.id).from(ACCOUNTS);
        assertMariadb(ids.forUpdate().noWait(), "SELECT accounts.id FROM accounts FOR UPDATE NOWAIT");
        assertMariadb(ids.forShare().skipLocked(), "SELECT accounts.id FROM accounts LOCK IN SHARE MODE SKIP LOCKED");
        assertMariadbRefuses(
                ids.forNoKeyUpdate(), "MariaDB cannot say FOR NO KEY UPDATE; use forUpdate(), which locks more");
        assertMariadbRefuses(ids.forKeyShare(), "MariaDB cannot say FOR KEY SHARE; use forShare(), which locks more");
        assertMariadbRefuses(
                ids.forUpdate().of(ACCOUNTS),
                "MariaDB cannot say a lock OF some sources; leave of(…) out, or lock their rows in a query of their own");
        assertMariadbRefuses(
                ids.forUpdate().forShare(), "MariaDB cannot say several locks in one query; ask for the stronger one");
    }

    @Test
    void refusesWhatItsQueriesDoNotHave() {
        var newest = select(TRANSFERS.id).from(TRANSFERS).limit(1).as("newest");
        assertMariadbRefuses(
                select(ACCOUNTS.id).distinctOn(ACCOUNTS.owner).from(ACCOUNTS),
                "MariaDB cannot say DISTINCT ON; number the rows with rowNumber().over(…) in a derived table and keep number 1");
        assertMariadbRefuses(
                select(ACCOUNTS.id).from(ACCOUNTS).fullJoin(TRANSFERS).on(TRANSFERS.accountId.eq(ACCOUNTS.id)),
                "MariaDB cannot say FULL JOIN; put a leftJoin(…) and the rows that only the other side has together with unionAll(…)");
        assertMariadbRefuses(
                select(ACCOUNTS.id).from(ACCOUNTS).crossJoin(newest.lateral()),
                "MariaDB cannot say LATERAL; select what it gives as a subquery for each column, or join a derived table that is grouped");
        assertMariadbRefuses(
                select(value(1))
                        .from(rowsOf("generate_series", value(1), value(3)).as("g", N)),
                "MariaDB cannot say rows of a function; write the query as text(…), for JSON_TABLE or a sequence, and use it with as(…)");
    }
}
