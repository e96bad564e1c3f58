package io.sluice.dialect.mariadb;

import static io.sluice.dialect.mariadb.Bank.ACCOUNTS;
import static io.sluice.dialect.mariadb.Bank.TRANSFERS;
import static io.sluice.dialect.mariadb.Bank.assertMariadb;
import static io.sluice.dialect.mariadb.Bank.assertMariadbRefuses;
import static io.sluice.sql.Functions.atTimeZone;
import static io.sluice.sql.Functions.currentDate;
import static io.sluice.sql.Functions.dateTrunc;
import static io.sluice.sql.Functions.extract;
import static io.sluice.sql.Functions.left;
import static io.sluice.sql.Functions.localTimestamp;
import static io.sluice.sql.Functions.now;
import static io.sluice.sql.Functions.position;
import static io.sluice.sql.Functions.random;
import static io.sluice.sql.Functions.substring;
import static io.sluice.sql.Sql.all;
import static io.sluice.sql.Sql.any;
import static io.sluice.sql.Sql.arrayOf;
import static io.sluice.sql.Sql.condition;
import static io.sluice.sql.Sql.not;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.tuple;
import static io.sluice.sql.Sql.value;
import static io.sluice.type.SqlTypes.BOOLEAN;
import static io.sluice.type.SqlTypes.DOUBLE;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.JSON;
import static io.sluice.type.SqlTypes.NUMERIC;
import static io.sluice.type.SqlTypes.REAL;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.TIMESTAMP;
import static io.sluice.type.SqlTypes.UUID_TYPE;
import static io.sluice.type.SqlTypes.array;
import static io.sluice.type.SqlTypes.numeric;
import static io.sluice.type.SqlTypes.varchar;

import io.sluice.sql.Expression;
import io.sluice.sql.Selectable;
import io.sluice.sql.tree.DateField;
import io.sluice.type.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MariadbExpressionTest {

    @Test
    void comparesWithNullAsWithAValue() {
        assertExpression(ACCOUNTS.owner.isDistinctFrom("Ada"), "NOT (accounts.owner <=> ?)", "Ada");
        assertExpression(ACCOUNTS.owner.isNotDistinctFrom("Ada"), "accounts.owner <=> ?", "Ada");
    }

    @Test
    void takesTheSizeOfLettersAwayFromBothSides() {
        assertExpression(ACCOUNTS.owner.ilike("a%"), "LOWER(accounts.owner) LIKE LOWER(?)", "a%");
        assertExpression(ACCOUNTS.owner.notIlike("a%"), "LOWER(accounts.owner) NOT LIKE LOWER(?)", "a%");
        assertExpression(ACCOUNTS.owner.contains("50%"), "accounts.owner LIKE ?", "%50\\%%");
    }

    @Test
    void saysInARegularExpressionWhetherTheSizeOfLettersCounts() {
        assertExpression(ACCOUNTS.owner.matches("^a"), "accounts.owner REGEXP CONCAT('(?-i)', ?)", "^a");
        assertExpression(ACCOUNTS.owner.notMatches("^a"), "accounts.owner NOT REGEXP CONCAT('(?-i)', ?)", "^a");
        assertExpression(ACCOUNTS.owner.matchesIgnoringCase("^a"), "accounts.owner REGEXP CONCAT('(?i)', ?)", "^a");
    }

    @Test
    void joinsTextByAFunction() {
        assertExpression(
                ACCOUNTS.owner.concat("-").concat(ACCOUNTS.owner), "CONCAT(accounts.owner, ?, accounts.owner)", "-");
    }

    @Test
    void dividesWholeNumbersAsSuch() {
        assertExpression(ACCOUNTS.cents.dividedBy(7), "accounts.cents DIV ?", 7);
        assertExpression(ACCOUNTS.cents.plus(1).dividedBy(7).times(2), "(accounts.cents + ?) DIV ? * ?", 1, 7, 2);
        assertExpression(ACCOUNTS.cents.cast(DOUBLE).dividedBy(7.0), "CAST(accounts.cents AS DOUBLE) / ?", 7.0);
    }

    @Test
    void shiftsTimesUnitByUnit() {
        assertExpression(ACCOUNTS.since.plusInterval(Interval.ofMonths(1)), "accounts.since + INTERVAL ? MONTH", 1L);
        assertExpression(
                TRANSFERS.booked.minusInterval(new Interval(1, 2, 3_000_000)),
                "transfers.booked - INTERVAL ? MONTH - INTERVAL ? DAY - INTERVAL ? MICROSECOND",
                1L,
                2L,
                3_000_000L);
    }

    @Test
    void castsToTheTypesThatCastsKnow() {
        assertExpression(ACCOUNTS.owner.cast(INTEGER), "CAST(accounts.owner AS SIGNED)");
        assertExpression(ACCOUNTS.cents.cast(TEXT), "CAST(accounts.cents AS CHAR)");
        assertExpression(ACCOUNTS.cents.cast(varchar(3)), "CAST(accounts.cents AS CHAR(3))");
        assertExpression(ACCOUNTS.cents.cast(NUMERIC), "CAST(accounts.cents AS DECIMAL(65, 30))");
        assertExpression(ACCOUNTS.cents.cast(numeric(10, 2)), "CAST(accounts.cents AS NUMERIC(10, 2))");
        assertExpression(ACCOUNTS.cents.cast(REAL), "CAST(CAST(accounts.cents AS FLOAT) AS DOUBLE)");
        assertExpression(ACCOUNTS.since.cast(TIMESTAMP), "CAST(accounts.since AS DATETIME(6))");
        assertExpression(ACCOUNTS.owner.cast(UUID_TYPE), "CAST(accounts.owner AS uuid)");
    }

    @Test
    void keepsTheMicrosecondsOfNow() {
        assertExpression(now(), "CURRENT_TIMESTAMP(6)");
        assertExpression(localTimestamp(), "LOCALTIMESTAMP(6)");
        assertExpression(currentDate(), "CURRENT_DATE");
    }

    @Test
    void saysWhatClocksShowElsewhere() {
        assertExpression(atTimeZone(TRANSFERS.at, "+02:00"), "CONVERT_TZ(transfers.at, @@time_zone, ?)", "+02:00");
    }

    @Test
    void countsWeeksAsIsoDoes() {
        assertExpression(extract(DateField.WEEK, ACCOUNTS.since), "CAST(WEEK(accounts.since, 3) AS SIGNED)");
        assertExpression(extract(DateField.DAY, ACCOUNTS.since), "CAST(EXTRACT(DAY FROM accounts.since) AS SIGNED)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "YEAR | DATE_FORMAT(t.x, '%Y-01-01')",
                "QUARTER | MAKEDATE(YEAR(t.x), 1) + INTERVAL QUARTER(t.x) - 1 QUARTER",
                "MONTH | DATE_FORMAT(t.x, '%Y-%m-01')",
                "WEEK | DATE(t.x) - INTERVAL WEEKDAY(t.x) DAY",
                "DAY | DATE_FORMAT(t.x, '%Y-%m-%d')",
                "HOUR | DATE_FORMAT(t.x, '%Y-%m-%d %H:00:00')",
                "MINUTE | DATE_FORMAT(t.x, '%Y-%m-%d %H:%i:00')",
                "SECOND | DATE_FORMAT(t.x, '%Y-%m-%d %H:%i:%s')",
            },
            quoteCharacter = '"')
    void cutsTimesDownToTheirUnit(DateField field, String sql) {
        assertExpression(
                dateTrunc(field, TRANSFERS.booked),
                "CAST(" + sql.replace("t.x", "transfers.booked") + " AS DATETIME(6))");
    }

    @Test
    void comparesWithAQueryThatIsLimitedOneLevelDeeper() {
        var newest = select(TRANSFERS.accountId)
                .from(TRANSFERS)
                .orderBy(TRANSFERS.id.desc())
                .limit(3);

        assertExpression(
                ACCOUNTS.id.in(newest),
                "accounts.id IN (SELECT * FROM (SELECT transfers.account_id FROM transfers ORDER BY transfers.id DESC LIMIT ?) AS limited)",
                3L);
        assertExpression(
                ACCOUNTS.id.gt(all(newest)),
                "accounts.id > ALL (SELECT * FROM (SELECT transfers.account_id FROM transfers ORDER BY transfers.id DESC LIMIT ?) AS limited)",
                3L);
        assertExpression(
                ACCOUNTS.id.eq(any(select(TRANSFERS.accountId).from(TRANSFERS))),
                "accounts.id = ANY (SELECT transfers.account_id FROM transfers)");
    }

    @Test
    void saysWhatItSharesWithOthers() {
        assertExpression(not(condition(ACCOUNTS.open)), "NOT accounts.`open`");
        assertExpression(position("d", ACCOUNTS.owner), "POSITION(? IN accounts.owner)", "d");
        assertExpression(random(), "rand()");
        assertExpression(
                tuple(ACCOUNTS.cents, ACCOUNTS.id).gt(tuple(value(5), value(7L))),
                "(accounts.cents, accounts.id) > (?, ?)",
                5,
                7L);
    }

    @Test
    void refusesWhatItHasNoTypeFor() {
        assertRefused(
                arrayOf(ACCOUNTS.cents),
                "MariaDB cannot say an array; keep the elements in a table of their own, or as JSON");
        assertRefused(
                value(List.of(1), array(INTEGER)),
                "MariaDB cannot say a value of type integer[]; keep the elements in a table of their own, or as JSON");
        assertRefused(
                value(Interval.ofDays(1)),
                "MariaDB cannot say a value of type interval; keep a number of days or microseconds");
        assertRefused(
                ACCOUNTS.cents.eq(any(value(List.of(1), array(INTEGER)))),
                "MariaDB cannot say a comparison with the elements of an array; use in(…), or any(select(…))");
        assertRefused(ACCOUNTS.cents.cast(BOOLEAN), "MariaDB cannot say a cast to boolean; compare, as in ne(0)");
        assertRefused(
                ACCOUNTS.owner.cast(JSON), "MariaDB cannot say a cast to JSON; use function(\"json_compact\", …)");
    }

    @Test
    void refusesToCountFromBeforeTheStart() {
        assertRefused(substring(ACCOUNTS.owner, 0), "MariaDB cannot say substring(…, 0); count from 1");
        assertRefused(left(ACCOUNTS.owner, -1), "MariaDB cannot say left(…, -1); count from 0");
    }

    private static void assertExpression(Selectable<?> expression, String sql, @Nullable Object... parameters) {
        assertMariadb(select(expression), "SELECT " + sql, parameters);
    }

    private static void assertRefused(Expression<?> expression, String message) {
        assertMariadbRefuses(select(expression), message);
    }
}
