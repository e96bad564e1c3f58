package io.sluice.engine;

import static io.sluice.engine.Accounts.ACCOUNTS;
import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.field;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.text;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.Sql.values;
import static io.sluice.sql.Sql.with;
import static io.sluice.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.sql.Query;
import io.sluice.sql.Select;
import io.sluice.sql.StatementException;
import io.sluice.test.database.TestServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Counts, pages and partitions of queries of all kinds, compared with their rows. */
class CountingIT {

    @Nested
    class OnPostgresql extends Counts {
        OnPostgresql() {
            super(TestServer.POSTGRESQL);
        }

        @Test
        void countsTheFirstOfEachAndTies() {
            assertCountsAsItReads(select(ACCOUNTS.id, ACCOUNTS.balance)
                    .from(ACCOUNTS)
                    .distinctOn(ACCOUNTS.balance)
                    .orderBy(ACCOUNTS.balance, ACCOUNTS.id));
            assertCountsAsItReads(
                    select(ACCOUNTS.id).from(ACCOUNTS).orderBy(ACCOUNTS.balance).limitWithTies(1));
        }

        @Test
        void refusesWhatChangesSomething() {
            var changed = update(ACCOUNTS)
                    .set(ACCOUNTS.balance.to(0))
                    .where(ACCOUNTS.id.eq(1))
                    .returning(ACCOUNTS.id);
            var within = changed.asCte("changed");

            for (Query<?> query : List.of(changed, with(within).select(within).from(within))) {
                StepVerifier.create(engine.execute(query).count())
                        .verifyErrorSatisfies(error -> assertThat(error)
                                .isInstanceOf(StatementException.class)
                                .hasMessageStartingWith("count(): the statement changes something"));
            }
            assertThat(balance(1)).isEqualTo(1);
        }

        /** Elsewhere the driver reads all rows at once. */
        @Test
        void readsNoMorePartitionsThanAreAskedFor() {
            var stream =
                    engine.with(options -> options.fetchSize(10)).execute(ALL).partitions(10);

            StepVerifier.create(stream, 0)
                    .thenRequest(2)
                    .expectNextCount(2)
                    .thenCancel()
                    .verify(SOON);
            StepVerifier.create(engine.execute(ALL).count()).expectNext(1_000L).verifyComplete();
            assertThat(statements
                            .events()
                            .get(statements.events().size() - 2)
                            .rows()
                            .orElseThrow())
                    .isLessThan(100);
        }
    }

    @Nested
    class OnH2 extends Counts {
        OnH2() {
            super(TestServer.H2);
        }
    }

    @Nested
    class OnMariadb extends Counts {
        OnMariadb() {
            super(TestServer.MARIADB);
        }
    }

    abstract static class Counts extends OnDatabase {
        static final Select<Integer> ALL = select(ACCOUNTS.id).from(ACCOUNTS).orderBy(ACCOUNTS.id);

        Counts(TestServer server) {
            super(server);
        }

        /** Balances of 0 to 6, each of which many accounts have. */
        @BeforeEach
        void vary() {
            now(engine.execute(text("UPDATE account SET balance = id % 7")).rowCount());
        }

        void assertCountsAsItReads(Query<?> query) {
            int rows = now(engine.execute(query).list()).size();

            assertThat(now(engine.execute(query).count())).as("%s", query).isEqualTo(rows);
            assertThat(now(engine.execute(query).exists())).as("%s", query).isEqualTo(rows > 0);
        }

        @Test
        void countsWhatAQueryGives() {
            var other = ACCOUNTS.as("other");
            var low = select(ACCOUNTS.id)
                    .from(ACCOUNTS)
                    .where(ACCOUNTS.balance.lt(3))
                    .asCte("low");
            Stream.<Query<?>>of(
                            ALL,
                            ALL.where(ACCOUNTS.id.le(17)),
                            ALL.where(ACCOUNTS.id.lt(0)),
                            ALL.limit(5),
                            ALL.limit(0),
                            ALL.offset(990).limit(50),
                            ALL.offset(2_000).limit(50),
                            select(ACCOUNTS.balance).from(ACCOUNTS).distinct(),
                            select(ACCOUNTS.balance, count())
                                    .from(ACCOUNTS)
                                    .groupBy(ACCOUNTS.balance)
                                    .having(count().gt(142L)),
                            select(sum(ACCOUNTS.balance)).from(ACCOUNTS),
                            select(ACCOUNTS.id, other.column("id", Integer.class))
                                    .from(ACCOUNTS)
                                    .join(other)
                                    .on(ACCOUNTS.balance.eq(other.column("balance", Integer.class)))
                                    .where(ACCOUNTS.id.le(3)),
                            select(ACCOUNTS.balance.plus(1), ACCOUNTS.balance.plus(2))
                                    .from(ACCOUNTS)
                                    .distinct(),
                            with(low).select(low).from(low),
                            ALL.where(ACCOUNTS.id.le(10))
                                    .union(select(ACCOUNTS.id).from(ACCOUNTS).where(ACCOUNTS.id.between(5, 15)))
                                    .orderBy(ACCOUNTS.id)
                                    .limit(12),
                            select(ACCOUNTS.balance)
                                    .from(ACCOUNTS)
                                    .intersect(select(ACCOUNTS.id).from(ACCOUNTS)),
                            with(low)
                                    .select(low.column(ACCOUNTS.id))
                                    .from(low)
                                    .unionAll(select(ACCOUNTS.id).from(ACCOUNTS)),
                            values(field("n", INTEGER), field("m", INTEGER))
                                    .row(1, 2)
                                    .row(3, 4),
                            text("SELECT id FROM account WHERE id < :most")
                                    .bind("most", 9)
                                    .returning(INTEGER))
                    .forEach(this::assertCountsAsItReads);
        }

        @Test
        void sendsNoRowsToCountThem() {
            statements.clear();
            now(engine.execute(ALL).count());
            now(engine.execute(ALL).exists());

            assertThat(statements.sql())
                    .containsExactly(
                            "SELECT count(*) FROM (SELECT account.id FROM account) AS counted",
                            "SELECT EXISTS (SELECT account.id FROM account)");
        }

        @Test
        void givesAPageAndTheTotal() {
            var page = now(
                    engine.execute(ALL.where(ACCOUNTS.balance.eq(3)).offset(20).limit(10))
                            .page());
            int total = now(engine.execute(ALL.where(ACCOUNTS.balance.eq(3))).list())
                    .size();

            assertThat(page.items()).hasSize(10);
            assertThat(page.total()).isEqualTo(total);
        }

        @Test
        void givesAPageOfWhatIsDistinctGroupedOrPutTogether() {
            var distinct = select(ACCOUNTS.balance).from(ACCOUNTS).distinct().orderBy(ACCOUNTS.balance);
            var grouped = select(ACCOUNTS.balance, count().as("n"))
                    .from(ACCOUNTS)
                    .groupBy(ACCOUNTS.balance)
                    .orderBy(ACCOUNTS.balance);
            var both = ALL.where(ACCOUNTS.id.le(4))
                    .union(select(ACCOUNTS.balance).from(ACCOUNTS))
                    .orderBy(ACCOUNTS.id);

            assertThat(now(engine.execute(distinct.limit(2)).page())).isEqualTo(new Page<>(List.of(0, 1), 7));
            assertThat(now(engine.execute(grouped.limit(3)).page()).total()).isEqualTo(7);
            assertThat(now(engine.execute(both.offset(5).limit(1)).page())).isEqualTo(new Page<>(List.of(5), 7));
        }

        @Test
        void asksForTheTotalOnlyWhereTheRowsDoNotTell() {
            statements.clear();
            assertThat(now(engine.execute(ALL.offset(995).limit(10)).page()).total())
                    .isEqualTo(1_000);
            assertThat(now(engine.execute(ALL.where(ACCOUNTS.id.lt(0)).limit(10))
                                    .page())
                            .total())
                    .isZero();
            assertThat(statements.sql()).hasSize(2);

            assertThat(now(engine.execute(ALL.offset(5_000).limit(10)).page())).isEqualTo(new Page<>(List.of(), 1_000));
            assertThat(now(engine.execute(ALL.limit(0)).page()).total()).isEqualTo(1_000);
            assertThat(statements.sql()).hasSize(6);
        }

        @Test
        void refusesAPageWithoutALimitAndACountThatWouldNotLock() {
            StepVerifier.create(engine.execute(ALL).page())
                    .verifyErrorMessage(
                            "page(): the query has no limit(…), so that all its rows are on the page; add one, or read them with list()");
            StepVerifier.create(engine.execute(ALL.forUpdate()).count())
                    .verifyErrorMessage(
                            "count(): the query locks its rows, which counting does not; leave the lock out, or read its rows with list()");
        }

        @Test
        void answersInATransaction() {
            Mono<Long> counted = engine.inTransaction(tx -> tx.execute(text("DELETE FROM account WHERE id > 10"))
                    .rowCount()
                    .then(tx.execute(ALL).count()));

            assertThat(now(counted)).isEqualTo(10);
        }

        @Test
        void givesPartitionsOfAllRows() {
            List<List<Integer>> partitions =
                    now(engine.execute(ALL).partitions(300).collectList());

            assertThat(partitions).extracting(List::size).containsExactly(300, 300, 300, 100);
            assertThat(partitions.get(3).get(99)).isEqualTo(1_000);
        }

        @Test
        void refusesPartitionsOfNothing() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> engine.execute(ALL).partitions(0))
                    .withMessage("partitions(0): it must be at least 1");
        }
    }
}
