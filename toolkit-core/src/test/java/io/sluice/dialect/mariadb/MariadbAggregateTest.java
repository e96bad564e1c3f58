package io.sluice.dialect.mariadb;

import static io.sluice.dialect.mariadb.Bank.ACCOUNTS;
import static io.sluice.dialect.mariadb.Bank.assertMariadb;
import static io.sluice.dialect.mariadb.Bank.assertMariadbRefuses;
import static io.sluice.sql.Aggregates.aggregate;
import static io.sluice.sql.Aggregates.arrayAgg;
import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Aggregates.every;
import static io.sluice.sql.Aggregates.percentile;
import static io.sluice.sql.Aggregates.some;
import static io.sluice.sql.Aggregates.stringAgg;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.WindowFunctions.currentRow;
import static io.sluice.sql.WindowFunctions.partitionBy;
import static io.sluice.sql.WindowFunctions.preceding;
import static io.sluice.sql.WindowFunctions.rowNumber;
import static io.sluice.sql.WindowFunctions.unboundedPreceding;
import static io.sluice.sql.WindowFunctions.window;
import static io.sluice.type.SqlTypes.INTEGER;

import org.junit.jupiter.api.Test;

class MariadbAggregateTest {

    @Test
    void filtersByPassingOverNull() {
        assertMariadb(
                select(count().filter(ACCOUNTS.cents.gt(5)), sum(ACCOUNTS.cents).filter(ACCOUNTS.cents.gt(7)))
                        .from(ACCOUNTS),
                "SELECT count(CASE WHEN accounts.cents > ? THEN 1 END), "
                        + "sum(CASE WHEN accounts.cents > ? THEN accounts.cents END) FROM accounts",
                5,
                7);
    }

    @Test
    void comparesTruthAsNumbers() {
        assertMariadb(
                select(every(ACCOUNTS.open), some(ACCOUNTS.cents.gt(5))).from(ACCOUNTS),
                "SELECT min(accounts.`open`), max(accounts.cents > ?) FROM accounts",
                5);
    }

    @Test
    void joinsTextsOfAnyLengthWithABoundSeparator() {
        assertMariadb(
                select(stringAgg(ACCOUNTS.owner, ", ")
                                .distinct()
                                .filter(ACCOUNTS.cents.gt(5))
                                .orderBy(ACCOUNTS.owner.asc()))
                        .from(ACCOUNTS),
                "SET STATEMENT group_concat_max_len = 4294967295 FOR SELECT SUBSTRING(GROUP_CONCAT("
                        + "DISTINCT CONCAT(?, CASE WHEN accounts.cents > ? THEN accounts.owner END) "
                        + "ORDER BY accounts.owner SEPARATOR ''), CHAR_LENGTH(?) + 1) FROM accounts",
                ", ",
                5,
                ", ");
    }

    @Test
    void raisesTheLimitOfTextsOnce() {
        assertMariadb(
                select(stringAgg(ACCOUNTS.owner, "-"), stringAgg(ACCOUNTS.owner, "+"))
                        .from(ACCOUNTS),
                "SET STATEMENT group_concat_max_len = 4294967295 FOR SELECT "
                        + "SUBSTRING(GROUP_CONCAT(CONCAT(?, accounts.owner) SEPARATOR ''), CHAR_LENGTH(?) + 1), "
                        + "SUBSTRING(GROUP_CONCAT(CONCAT(?, accounts.owner) SEPARATOR ''), CHAR_LENGTH(?) + 1) FROM accounts",
                "-",
                "-",
                "+",
                "+");
    }

    @Test
    void looksThroughWindows() {
        assertMariadb(
                select(
                                rowNumber().over(partitionBy(ACCOUNTS.owner).orderBy(ACCOUNTS.cents.desc())),
                                sum(ACCOUNTS.cents)
                                        .over(window().orderBy(ACCOUNTS.id.asc())
                                                .rowsBetween(unboundedPreceding(), currentRow())))
                        .from(ACCOUNTS),
                "SELECT row_number() OVER (PARTITION BY accounts.owner ORDER BY accounts.cents DESC), "
                        + "sum(accounts.cents) OVER (ORDER BY accounts.id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) "
                        + "FROM accounts");
    }

    @Test
    void refusesWhatItsAggregatesCannot() {
        assertMariadbRefuses(
                select(arrayAgg(ACCOUNTS.cents)).from(ACCOUNTS),
                "MariaDB cannot say an aggregate as an array; use stringAgg(…), or aggregate(\"json_arrayagg\", JSON, …)");
        assertMariadbRefuses(
                select(percentile(0.5, ACCOUNTS.cents)).from(ACCOUNTS),
                "MariaDB cannot say percentile_cont(…) WITHIN GROUP; "
                        + "say MEDIAN(…) OVER (…) or PERCENTILE_CONT with template(…) over a window, or compute it in Java");
        assertMariadbRefuses(
                select(sum(ACCOUNTS.cents).orderBy(ACCOUNTS.id.asc())).from(ACCOUNTS),
                "MariaDB cannot say an order in sum(…); leave orderBy(…) out of it");
        assertMariadbRefuses(
                select(aggregate("bit_xor", INTEGER, ACCOUNTS.cents).filter(ACCOUNTS.cents.gt(5)))
                        .from(ACCOUNTS),
                "MariaDB cannot say FILTER of bit_xor; aggregate caseWhen(condition, value) instead, if it passes over NULL");
    }

    @Test
    void refusesWhatItsWindowsCannot() {
        var ordered = window().orderBy(ACCOUNTS.id.asc());
        assertMariadbRefuses(
                select(stringAgg(ACCOUNTS.owner, ",").over(ordered)).from(ACCOUNTS),
                "MariaDB cannot say stringAgg(…) over a window; aggregate in a derived table and join it");
        assertMariadbRefuses(
                select(sum(ACCOUNTS.cents).over(ordered.groupsBetween(preceding(1), currentRow())))
                        .from(ACCOUNTS),
                "MariaDB cannot say a window frame in GROUPS; use rowsBetween(…), or denseRank() in a derived table");
        assertMariadbRefuses(
                select(sum(ACCOUNTS.cents)
                                .over(ordered.rowsBetween(preceding(1), currentRow())
                                        .excludeCurrentRow()))
                        .from(ACCOUNTS),
                "MariaDB cannot say EXCLUDE in a window frame; subtract what is to be left out");
    }
}
