package io.sluice.dialect.mariadb;

import static io.sluice.Dialects.MARIADB;
import static io.sluice.dialect.mariadb.Bank.ACCOUNTS;
import static io.sluice.dialect.mariadb.Bank.TRANSFERS;
import static io.sluice.dialect.mariadb.Bank.assertMariadb;
import static io.sluice.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sql.SqlText;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ValueListTest {

    @Test
    void fillsUpAFewValuesByRepeatingTheLast() {
        assertMariadb(
                select(ACCOUNTS.id).from(ACCOUNTS).where(ACCOUNTS.id.in(List.of(4L, 5L, 6L))),
                "SELECT accounts.id FROM accounts WHERE accounts.id IN (?, ?, ?, ?)",
                4L,
                5L,
                6L,
                6L);
        assertMariadb(
                select(ACCOUNTS.id).from(ACCOUNTS).where(ACCOUNTS.owner.notIn(List.of("Ada"))),
                "SELECT accounts.id FROM accounts WHERE accounts.owner NOT IN (?)",
                "Ada");
    }

    @Test
    void saysAtOnceWhatAnEmptyListMeans() {
        assertMariadb(
                select(ACCOUNTS.id).from(ACCOUNTS).where(ACCOUNTS.id.in(List.of())),
                "SELECT accounts.id FROM accounts WHERE FALSE");
        assertMariadb(
                select(ACCOUNTS.id).from(ACCOUNTS).where(ACCOUNTS.id.notIn(List.of())),
                "SELECT accounts.id FROM accounts WHERE TRUE");
    }

    @Test
    void hasFewTextsForManyLengths() {
        long texts = IntStream.rangeClosed(0, 1100)
                .mapToObj(length -> idsUpTo(length).text())
                .distinct()
                .count();

        // none, 1, 2, 4, … 1024, and JSON
        assertThat(texts).isEqualTo(13);
    }

    @Test
    void sendsManyValuesAsOne() {
        SqlText sql = idsUpTo(100_000);

        assertThat(sql.text())
                .isEqualTo("SELECT accounts.id FROM accounts WHERE accounts.id IN "
                        + "(SELECT item FROM JSON_TABLE(?, '$[*]' COLUMNS (item BIGINT PATH '$')) AS items)");
        assertThat(sql.parameters())
                .containsExactly(LongStream.rangeClosed(1, 100_000)
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(",", "[", "]")));
    }

    @Test
    void writesDatesInJsonAsTheServerReadsThem() {
        var day = LocalDate.of(2024, 2, 29);
        SqlText dates = select(ACCOUNTS.id)
                .from(ACCOUNTS)
                .where(ACCOUNTS.since.in(
                        IntStream.range(0, 1025).mapToObj(i -> day).toList()))
                .sql(MARIADB);
        SqlText times = select(TRANSFERS.id)
                .from(TRANSFERS)
                .where(TRANSFERS.booked.in(IntStream.range(0, 1025)
                        .mapToObj(i -> LocalDateTime.of(day, java.time.LocalTime.of(10, 15)))
                        .toList()))
                .sql(MARIADB);

        assertThat(dates.text()).contains("COLUMNS (item DATE PATH '$')");
        assertThat(dates.parameters()).first().asString().startsWith("[\"2024-02-29\",\"2024-02-29\"");
        assertThat(times.text()).contains("COLUMNS (item DATETIME(6) PATH '$')");
        assertThat(times.parameters()).first().asString().startsWith("[\"2024-02-29T10:15\",");
    }

    @Test
    void leavesTextInPlaceholders() {
        SqlText sql = select(ACCOUNTS.id)
                .from(ACCOUNTS)
                .where(ACCOUNTS.owner.in(
                        IntStream.range(0, 1025).mapToObj(i -> "n" + i).toList()))
                .sql(MARIADB);

        assertThat(sql.text()).doesNotContain("JSON_TABLE");
        assertThat(sql.parameters()).hasSize(2048).endsWith("n1024", "n1024");
    }

    private static SqlText idsUpTo(int last) {
        return select(ACCOUNTS.id)
                .from(ACCOUNTS)
                .where(ACCOUNTS.id.in(LongStream.rangeClosed(1, last).boxed().toList()))
                .sql(MARIADB);
    }
}
