package io.sluice.dialect.mariadb;

import static io.sluice.dialect.mariadb.Bank.ACCOUNTS;
import static io.sluice.dialect.mariadb.Bank.TRANSFERS;
import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Aggregates.every;
import static io.sluice.sql.Aggregates.some;
import static io.sluice.sql.Aggregates.stringAgg;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Functions.atTimeZone;
import static io.sluice.sql.Functions.dateTrunc;
import static io.sluice.sql.Functions.extract;
import static io.sluice.sql.Functions.localTimestamp;
import static io.sluice.sql.Sql.all;
import static io.sluice.sql.Sql.condition;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.Sql.excluded;
import static io.sluice.sql.Sql.field;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.nullValue;
import static io.sluice.sql.Sql.rollup;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.text;
import static io.sluice.sql.Sql.tuple;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.Sql.values;
import static io.sluice.sql.Sql.with;
import static io.sluice.sql.WindowFunctions.currentRow;
import static io.sluice.sql.WindowFunctions.preceding;
import static io.sluice.sql.WindowFunctions.window;
import static io.sluice.type.SqlTypes.DATE;
import static io.sluice.type.SqlTypes.DOUBLE;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.NUMERIC;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sql.Cte;
import io.sluice.sql.Expression;
import io.sluice.sql.Field;
import io.sluice.sql.tree.DateField;
import io.sluice.type.Interval;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the builder says to MariaDB means there what it means elsewhere. */
@Timeout(120)
class MariadbIT {
    private static final Field<Integer> N = field("n", INTEGER);
    private static final Field<String> WORD = field("word", TEXT);

    /** The driver writes values into the text, escaped. */
    @Nested
    class WithStatementsOfTheDriver extends Statements {
        WithStatementsOfTheDriver() {
            super("", 100_000);
        }
    }

    /** The server parses a statement before it knows the values. */
    @Nested
    class WithStatementsPreparedOnTheServer extends Statements {
        WithStatementsPreparedOnTheServer() {
            super("?useServerPrepStmts=true", 32_768);
        }
    }

    abstract static class Statements {
        private final String urlOptions;
        private final int mostTexts;
        private Bank bank;

        @SuppressWarnings("NullAway.Init") // each test has a bank of its own
        Statements(String urlOptions, int mostTexts) {
            this.urlOptions = urlOptions;
            this.mostTexts = mostTexts;
        }

        @BeforeEach
        void open() {
            bank = new Bank(urlOptions);
        }

        @AfterEach
        void close() {
            bank.close();
        }

        // ---- conditions

        @Test
        void comparesWithNull() {
            assertThat(owners(ACCOUNTS.since.isDistinctFrom(LocalDate.of(2024, 1, 31))))
                    .containsExactly("bob", "50%\\o");
            assertThat(owners(ACCOUNTS.since.isNotDistinctFrom(nullValue(DATE))))
                    .containsExactly("bob");
        }

        @Test
        void matchesPatternsAsTheyAreWritten() {
            assertThat(owners(ACCOUNTS.owner.contains("0%"))).containsExactly("50%\\o");
            assertThat(owners(ACCOUNTS.owner.contains("\\"))).containsExactly("50%\\o");
            assertThat(owners(ACCOUNTS.owner.contains("_"))).isEmpty();
            assertThat(owners(ACCOUNTS.owner.ilike("ADA"))).containsExactly("Ada");
            assertThat(owners(ACCOUNTS.owner.matches("^a"))).isEmpty();
            assertThat(owners(ACCOUNTS.owner.matches("^A"))).containsExactly("Ada");
            assertThat(owners(ACCOUNTS.owner.matchesIgnoringCase("^a"))).containsExactly("Ada");
            assertThat(owners(ACCOUNTS.owner.notMatches("^A"))).containsExactly("bob", "50%\\o");
        }

        @Test
        void findsTheValuesOfListsOfAnyLength() {
            for (int length : new int[] {0, 1, 3, 1024, 1025, 100_000}) {
                List<Long> ids = LongStream.range(3, 3 + length).boxed().toList();
                assertThat(owners(ACCOUNTS.id.in(ids))).hasSize(length == 0 ? 0 : 1);
                assertThat(owners(ACCOUNTS.id.notIn(ids))).hasSize(length == 0 ? 3 : 2);
            }
        }

        @Test
        void findsValuesOfOtherTypesInLongLists() {
            List<LocalDate> days = LocalDate.of(2023, 1, 1)
                    .datesUntil(LocalDate.of(2026, 1, 1))
                    .toList();
            assertThat(owners(ACCOUNTS.since.in(days))).containsExactly("Ada", "50%\\o");
            List<LocalDateTime> times = IntStream.range(0, 2000)
                    .mapToObj(second -> LocalDateTime.of(2024, 5, 17, 10, 11, 12, 500_000_000)
                            .plusSeconds(second))
                    .toList();
            assertThat(bank.rows(select(TRANSFERS.id).from(TRANSFERS).where(TRANSFERS.booked.in(times))))
                    .containsExactly(10L);
            List<BigDecimal> amounts = IntStream.range(0, 2000)
                    .mapToObj(i -> new BigDecimal("700.00").add(BigDecimal.valueOf(i)))
                    .toList();
            assertThat(owners(ACCOUNTS.cents.cast(NUMERIC).in(amounts))).containsExactly("Ada");
            List<Double> doubles =
                    IntStream.range(0, 2000).mapToObj(i -> i * 0.5).toList();
            assertThat(owners(ACCOUNTS.cents.cast(DOUBLE).in(doubles))).containsExactly("Ada", "50%\\o");
            List<String> names = IntStream.range(0, mostTexts)
                    .mapToObj(i -> i == 7 ? "bob" : "n" + i)
                    .toList();
            assertThat(owners(ACCOUNTS.owner.in(names))).containsExactly("bob");
        }

        @Test
        void comparesWithLimitedQueriesAndTuples() {
            var newest = select(TRANSFERS.accountId)
                    .from(TRANSFERS)
                    .orderBy(TRANSFERS.id.asc())
                    .limit(2);
            assertThat(owners(ACCOUNTS.id.in(newest))).containsExactly("Ada");
            assertThat(owners(ACCOUNTS.id.gt(all(newest)))).containsExactly("bob", "50%\\o");
            assertThat(owners(tuple(ACCOUNTS.cents, ACCOUNTS.id).gt(tuple(value(5), value(2L)))))
                    .containsExactly("Ada", "50%\\o");
        }

        // ---- values

        @Test
        void calculatesAsOthersDo() {
            assertThat(bank.valueOf(value(7).dividedBy(2))).isEqualTo(3);
            assertThat(bank.valueOf(value(-7).dividedBy(2))).isEqualTo(-3);
            assertThat(bank.valueOf(value("a").concat("b").concat("c"))).isEqualTo("abc");
            assertThat(bank.valueOf(value("1.5").cast(NUMERIC))).isEqualByComparingTo("1.5");
            assertThat(bank.valueOf(value("17").cast(INTEGER))).isEqualTo(17);
            assertThat(bank.valueOf(value(17).cast(TEXT))).isEqualTo("17");
        }

        @Test
        void shiftsTimes() {
            var since = select(ACCOUNTS.since.plusInterval(Interval.ofMonths(1)))
                    .from(ACCOUNTS)
                    .where(ACCOUNTS.id.eq(1L));
            assertThat(bank.one(since)).isEqualTo(LocalDate.of(2024, 2, 29));
            assertThat(bank.one(select(TRANSFERS.booked.minusInterval(new Interval(1, 2, 1_500_000)))
                            .from(TRANSFERS)
                            .where(TRANSFERS.id.eq(10L))))
                    .isEqualTo(LocalDateTime.parse("2024-04-15T10:11:11"));
        }

        @Test
        void cutsTimesDown() {
            assertThat(truncated(DateField.YEAR)).isEqualTo("2024-01-01T00:00");
            assertThat(truncated(DateField.QUARTER)).isEqualTo("2024-04-01T00:00");
            assertThat(truncated(DateField.MONTH)).isEqualTo("2024-05-01T00:00");
            assertThat(truncated(DateField.WEEK)).isEqualTo("2024-05-13T00:00");
            assertThat(truncated(DateField.DAY)).isEqualTo("2024-05-17T00:00");
            assertThat(truncated(DateField.HOUR)).isEqualTo("2024-05-17T10:00");
            assertThat(truncated(DateField.MINUTE)).isEqualTo("2024-05-17T10:11");
            assertThat(truncated(DateField.SECOND)).isEqualTo("2024-05-17T10:11:12");
        }

        private String truncated(DateField field) {
            return bank.one(select(dateTrunc(field, TRANSFERS.booked))
                            .from(TRANSFERS)
                            .where(TRANSFERS.id.eq(10L)))
                    .toString();
        }

        @Test
        void takesTimesApart() {
            var weeks = select(extract(DateField.WEEK, TRANSFERS.booked))
                    .from(TRANSFERS)
                    .where(TRANSFERS.booked.isNotNull())
                    .orderBy(TRANSFERS.id.asc());
            assertThat(bank.rows(weeks)).containsExactly(20, 1, 52);
            assertThat(bank.valueOf(localTimestamp().cast(TIMESTAMP))).isAfter(LocalDateTime.of(2020, 1, 1, 0, 0));
        }

        /** The driver alone would go by the clock of this JVM. */
        @Test
        void keepsPointsInTimeWhereverTheJvmIs() {
            var instant = Instant.parse("2024-03-31T01:30:00.123456Z");
            TimeZone here = TimeZone.getDefault();
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            try {
                bank.run(update(TRANSFERS).set(TRANSFERS.at.to(instant)).where(TRANSFERS.id.eq(10L)));
                assertThat(bank.rows(select(TRANSFERS.at).from(TRANSFERS).where(TRANSFERS.at.eq(instant))))
                        .containsExactly(instant);
            } finally {
                TimeZone.setDefault(here);
            }
            assertThat(bank.one(text("SELECT UNIX_TIMESTAMP(at) FROM transfers WHERE id = 10")
                            .returning(NUMERIC)))
                    .isEqualByComparingTo("1711848600.123456");
            assertThat(bank.one(select(atTimeZone(TRANSFERS.at, "+02:00"))
                            .from(TRANSFERS)
                            .where(TRANSFERS.id.eq(10L))))
                    .isEqualTo(LocalDateTime.parse("2024-03-31T03:30:00.123456"));
        }

        // ---- queries

        @Test
        void putsNullWhereItIsAskedFor() {
            assertThat(bank.rows(select(ACCOUNTS.id)
                            .from(ACCOUNTS)
                            .orderBy(ACCOUNTS.since.asc().nullsLast())))
                    .containsExactly(3L, 1L, 2L);
            assertThat(bank.rows(select(ACCOUNTS.id)
                            .from(ACCOUNTS)
                            .orderBy(ACCOUNTS.since.desc().nullsFirst())))
                    .containsExactly(2L, 1L, 3L);
            assertThat(bank.rows(select(ACCOUNTS.id)
                            .from(ACCOUNTS)
                            .orderBy(ACCOUNTS.since.asc().nullsFirst())))
                    .containsExactly(2L, 3L, 1L);
            assertThat(bank.rows(select(ACCOUNTS.id)
                            .from(ACCOUNTS)
                            .orderBy(ACCOUNTS.since.desc().nullsLast())))
                    .containsExactly(1L, 3L, 2L);
        }

        @Test
        void pages() {
            var byCents = select(TRANSFERS.id).from(TRANSFERS).orderBy(TRANSFERS.cents.desc());
            assertThat(bank.rows(byCents.limit(1).offset(1))).hasSize(1);
            assertThat(bank.rows(byCents.offset(1))).hasSize(3);
            assertThat(bank.rows(byCents.limitWithTies(2))).containsExactlyInAnyOrder(11L, 10L, 12L);
        }

        @Test
        void groupsByRollup() {
            assertThat(bank.rows(select(TRANSFERS.cents.as("cents").optional(), count())
                            .from(TRANSFERS)
                            .groupBy(rollup(TRANSFERS.cents))))
                    .hasSize(4);
        }

        @Test
        void aggregates() {
            assertThat(bank.one(select(count().filter(ACCOUNTS.cents.gt(5))).from(ACCOUNTS)))
                    .isEqualTo(1);
            assertThat(bank.one(select(sum(ACCOUNTS.cents).filter(ACCOUNTS.cents.lt(100)))
                            .from(ACCOUNTS)))
                    .isEqualTo(-695);
            assertThat(bank.one(select(every(ACCOUNTS.open)).from(ACCOUNTS))).isFalse();
            assertThat(bank.one(select(some(ACCOUNTS.cents.gt(600))).from(ACCOUNTS)))
                    .isTrue();
            assertThat(bank.one(select(stringAgg(ACCOUNTS.owner, " — ").orderBy(ACCOUNTS.id.desc()))
                            .from(ACCOUNTS)))
                    .isEqualTo("50%\\o — bob — Ada");
        }

        @Test
        void joinsTextsBeyondTheLimitOfTheSession() {
            var seq = text("SELECT repeat('x', 10000) FROM seq_1_to_200")
                    .returning(WORD)
                    .as("seq");

            assertThat(bank.one(select(stringAgg(seq.column(WORD), ",")).from(seq)))
                    .hasSize(200 * 10_001 - 1);
        }

        @Test
        void looksThroughWindows() {
            assertThat(bank.rows(select(sum(TRANSFERS.cents)
                                    .over(window().orderBy(TRANSFERS.id.asc()).rowsBetween(preceding(1), currentRow())))
                            .from(TRANSFERS)
                            .orderBy(TRANSFERS.id.asc())))
                    .containsExactly(100L, 350L, 350L, 101L);
        }

        @Test
        void writesRowsOut() {
            var list = values(N, WORD)
                    .row(1, "a")
                    .row(2, null)
                    .row(30_000, "longer than the first")
                    .as("list");
            assertThat(bank.rows(select(list.column(N))
                            .from(list)
                            .where(list.column(WORD).isNotNull())))
                    .containsExactly(1, 30_000);
            assertThat(bank.rows(select(list.column(WORD))
                            .from(list)
                            .where(list.column(N).gt(2))))
                    .containsExactly("longer than the first");
        }

        @Test
        void namesTheColumnsOfText() {
            var hand = text("SELECT seq, 'w' FROM seq_1_to_3 WHERE seq > :least")
                    .bind("least", 1)
                    .returning(N, WORD)
                    .as("hand");
            assertThat(bank.rows(select(hand.column(N)).from(hand))).containsExactly(2, 3);
        }

        @Test
        void recurses() {
            Cte counter = select(value(1).as("n"))
                    .asRecursiveCte(
                            "counter",
                            self -> select(self.column(N).plus(1))
                                    .from(self)
                                    .where(self.column(N).lt(3)));
            assertThat(bank.rows(with(counter).select(counter.column(N)).from(counter)))
                    .containsExactly(1, 2, 3);
        }

        @Test
        void combinesQueries() {
            var accounts = select(ACCOUNTS.id).from(ACCOUNTS);
            var transfers = select(TRANSFERS.accountId).from(TRANSFERS);
            assertThat(bank.rows(accounts.intersect(transfers))).containsExactlyInAnyOrder(1L, 2L);
            assertThat(bank.rows(transfers.except(accounts))).containsExactly(99L);
            assertThat(bank.rows(accounts.unionAll(transfers)
                            .orderBy(ACCOUNTS.id.desc())
                            .limit(1)))
                    .containsExactly(99L);
        }

        @Test
        void locks() {
            var ids = select(ACCOUNTS.id).from(ACCOUNTS).where(condition(ACCOUNTS.open));
            assertThat(bank.rows(ids.forUpdate().noWait())).hasSize(2);
            assertThat(bank.rows(ids.forShare().skipLocked())).hasSize(2);
        }

        // ---- changes

        @Test
        void insertsAndGivesBack() {
            assertThat(bank.one(insertInto(ACCOUNTS)
                            .values(ACCOUNTS.owner.to("eve"))
                            .returning(ACCOUNTS.cents)))
                    .isZero();
            assertThat(bank.run(insertInto(ACCOUNTS).defaultValues())).isEqualTo(1);
            assertThat(bank.centsOf("nobody")).contains(0);
        }

        @Test
        void leavesWhatIsThere() {
            var again = insertInto(ACCOUNTS).values(ACCOUNTS.owner.to("Ada"), ACCOUNTS.cents.to(1));
            bank.run(again.onConflict(ACCOUNTS.owner).doNothing());
            bank.run(again.onConflict().doNothing());
            assertThat(bank.centsOf("Ada")).contains(700);
        }

        @Test
        void changesWhatIsThere() {
            bank.run(insertInto(ACCOUNTS)
                    .values(ACCOUNTS.owner.to("Ada"), ACCOUNTS.cents.to(1))
                    .onConflict(ACCOUNTS.owner)
                    .doUpdate(ACCOUNTS.cents.to(ACCOUNTS.cents.plus(excluded(ACCOUNTS.cents)))));
            assertThat(bank.centsOf("Ada")).contains(701);
            bank.run(insertInto(ACCOUNTS)
                    .columns(ACCOUNTS.id, ACCOUNTS.cents)
                    .from(select(TRANSFERS.accountId, TRANSFERS.cents)
                            .from(TRANSFERS)
                            .where(TRANSFERS.id.eq(12L)))
                    .onConflict(ACCOUNTS.id)
                    .doUpdate(ACCOUNTS.cents.to(excluded(ACCOUNTS.cents))));
            assertThat(bank.centsOf("bob")).contains(100);
        }

        @Test
        void insertsFromACommonTable() {
            Cte ids = select(TRANSFERS.accountId, TRANSFERS.cents)
                    .from(TRANSFERS)
                    .where(TRANSFERS.accountId.gt(3L))
                    .asCte("ids");
            bank.run(with(ids)
                    .insertInto(ACCOUNTS)
                    .columns(ACCOUNTS.id, ACCOUNTS.cents)
                    .from(select(ids.column(TRANSFERS.accountId), ids.column(TRANSFERS.cents))
                            .from(ids)));
            assertThat(bank.centsOf("nobody")).contains(1);
        }

        @Test
        void updatesFromAnotherTable() {
            assertThat(bank.run(update(ACCOUNTS)
                            .set(ACCOUNTS.cents.to(ACCOUNTS.cents.plus(TRANSFERS.cents)))
                            .from(TRANSFERS)
                            .where(TRANSFERS.accountId.eq(ACCOUNTS.id), TRANSFERS.id.eq(11L))))
                    .isEqualTo(1);
            assertThat(bank.centsOf("Ada")).contains(950);
        }

        @Test
        void deletesBesideAnotherTableAndByAnAlias() {
            bank.run(deleteFrom(ACCOUNTS).using(TRANSFERS).where(TRANSFERS.accountId.eq(ACCOUNTS.id)));
            assertThat(owners(io.sluice.sql.Sql.and())).containsExactly("50%\\o");
            var gone = ACCOUNTS.as("gone");
            assertThat(bank.run(deleteFrom(gone).where(gone.id.eq(3L)))).isEqualTo(1);
            assertThat(bank.rows(
                            deleteFrom(TRANSFERS).where(TRANSFERS.id.eq(13L)).returning(TRANSFERS.cents)))
                    .containsExactly(1);
        }

        private List<String> owners(Expression<Boolean> condition) {
            return bank.rows(
                    select(ACCOUNTS.owner).from(ACCOUNTS).where(condition).orderBy(ACCOUNTS.id.asc()));
        }
    }
}
