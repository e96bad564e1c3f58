package io.sluice.dialect.mysql;

import static io.sluice.Dialects.MYSQL;
import static io.sluice.dialect.mariadb.Bank.ACCOUNTS;
import static io.sluice.dialect.mariadb.Bank.TRANSFERS;
import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Aggregates.stringAgg;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.Sql.excluded;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.rollup;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.Sql.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.dialect.Dialect;
import io.sluice.dialect.mariadb.Bank;
import io.sluice.sql.Cte;
import io.sluice.sql.Statement;
import io.sluice.type.SqlTypes;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MysqlDialectTest {

    @Test
    void isFoundByTheNameOfTheDriver() {
        assertThat(ServiceLoader.load(Dialect.class))
                .filteredOn(dialect -> dialect.isSpokenBy("MySQL"))
                .singleElement()
                .isInstanceOf(MysqlDialect.class);
    }

    @Test
    void reservesWordsOfItsOwn() {
        assertThat(MYSQL.quoted("rank")).isEqualTo("`rank`");
        assertThat(MYSQL.quoted("separator")).isEqualTo("`separator`");
        assertThat(MYSQL.quoted("owner")).isEqualTo("owner");
    }

    @Test
    void saysMostAsMariadbDoes() {
        assertMysql(
                insertInto(ACCOUNTS)
                        .values(ACCOUNTS.id.to(1L))
                        .onConflict(ACCOUNTS.id)
                        .doUpdate(ACCOUNTS.cents.to(excluded(ACCOUNTS.cents))),
                "INSERT INTO accounts (id) VALUES (?) ON DUPLICATE KEY UPDATE cents = VALUES(cents)",
                1L);
        assertMysql(
                select(ACCOUNTS.id)
                        .from(ACCOUNTS)
                        .where(ACCOUNTS.owner.isDistinctFrom("Ada"))
                        .offset(5),
                "SELECT accounts.id FROM accounts WHERE NOT (accounts.owner <=> ?) LIMIT 9223372036854775807 OFFSET ?",
                "Ada",
                5L);
    }

    @Test
    void canDoMoreThanMariadb() {
        var ids = select(ACCOUNTS.id).from(ACCOUNTS);
        assertMysql(
                ids.forShare().of(ACCOUNTS).noWait(), "SELECT accounts.id FROM accounts FOR SHARE OF accounts NOWAIT");
        assertMysql(
                ids.groupBy(rollup(ACCOUNTS.id)).orderBy(ACCOUNTS.id.asc()),
                "SELECT accounts.id FROM accounts GROUP BY accounts.id WITH ROLLUP ORDER BY accounts.id");
        var sums = select(count().as("n"))
                .from(TRANSFERS)
                .where(TRANSFERS.accountId.eq(ACCOUNTS.id))
                .as("sums");
        assertMysql(
                ids.crossJoin(sums.lateral()),
                "SELECT accounts.id FROM accounts CROSS JOIN LATERAL "
                        + "(SELECT count(*) AS n FROM transfers WHERE transfers.account_id = accounts.id) AS sums");
        Cte cte = select(TRANSFERS.accountId).from(TRANSFERS).asCte("cte");
        assertMysql(
                with(cte)
                        .deleteFrom(ACCOUNTS)
                        .where(ACCOUNTS.id.in(
                                select(cte.column(TRANSFERS.accountId)).from(cte))),
                "WITH cte (account_id) AS (SELECT transfers.account_id FROM transfers) "
                        + "DELETE FROM accounts WHERE accounts.id IN (SELECT cte.account_id FROM cte)");
        assertMysql(
                select(ACCOUNTS.owner.cast(SqlTypes.JSON)).from(ACCOUNTS),
                "SELECT CAST(accounts.owner AS JSON) FROM accounts");
    }

    @Test
    void refusesWhatOnlyMariadbCan() {
        String message =
                "MySQL cannot say RETURNING; select the rows by their keys afterwards, in the same transaction";
        assertRefused(insertInto(ACCOUNTS).values(ACCOUNTS.id.to(1L)).returning(ACCOUNTS.id), message);
        assertRefused(deleteFrom(ACCOUNTS).everyRow().returning(ACCOUNTS.id), message);
        assertRefused(update(ACCOUNTS).set(ACCOUNTS.cents.to(0)).everyRow().returning(ACCOUNTS.id), message);
        assertRefused(
                select(ACCOUNTS.id).from(ACCOUNTS).orderBy(ACCOUNTS.id.asc()).limitWithTies(1),
                "MySQL cannot say a limit with ties; keep the rows whose rank().over(…) in a derived table is small enough");
        assertRefused(
                select(stringAgg(ACCOUNTS.owner, ",")).from(ACCOUNTS),
                "MySQL cannot say stringAgg(…) without cutting off what is longer than group_concat_max_len; "
                        + "set that for the session and use aggregate(\"group_concat\", TEXT, …)");
    }

    @Test
    void keepsUuidsAsText() {
        assertThat(MYSQL.typeName(SqlTypes.UUID_TYPE)).isEqualTo("char(36)");
        assertMysql(
                select(ACCOUNTS.owner.cast(SqlTypes.UUID_TYPE)).from(ACCOUNTS),
                "SELECT CAST(accounts.owner AS char(36)) FROM accounts");
    }

    private static void assertMysql(Statement statement, String text, @Nullable Object... parameters) {
        Bank.assertSql(MYSQL, statement, text, parameters);
    }

    private static void assertRefused(Statement statement, String message) {
        Bank.assertRefused(MYSQL, statement, message);
    }
}
