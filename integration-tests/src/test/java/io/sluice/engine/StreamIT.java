package io.sluice.engine;

import static io.sluice.engine.Accounts.ACCOUNTS;
import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static io.sluice.test.assertion.SqlAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sql.Select;
import io.sluice.test.database.TestServer;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Streams, and statements under them: served between fetches where there are cursors, else refused at once. */
class StreamIT {
    private static final Select<Integer> IDS =
            select(ACCOUNTS.id).from(ACCOUNTS).orderBy(ACCOUNTS.id);

    @Nested
    class OnPostgresql extends Streams {
        OnPostgresql() {
            super(TestServer.POSTGRESQL);
        }

        /** The raw driver hangs forever. */
        @Test
        void servesStatementsBetweenItsFetches() {
            Flux<Integer> balances = engine.streamInTransaction(tx -> tx.with(options -> options.fetchSize(7))
                    .execute(IDS)
                    .all()
                    .concatMap(id -> tx.execute(balanceOf(id)).one()));

            StepVerifier.create(balances.reduce(0, Integer::sum))
                    .expectNext(100 * Accounts.COUNT)
                    .verifyComplete();
        }

        @Test
        void servesManyStatementsAtATime() {
            Flux<Integer> balances = engine.streamInTransaction(tx -> tx.with(options -> options.fetchSize(100))
                    .execute(IDS)
                    .all()
                    .flatMap(id -> tx.execute(balanceOf(id)).one(), 512));

            StepVerifier.create(balances.count())
                    .expectNext((long) Accounts.COUNT)
                    .verifyComplete();
        }

        @Test
        void readsTwoStreamsSideBySide() {
            Flux<Integer> sums = engine.streamInTransaction(tx -> {
                Transaction few = tx.with(options -> options.fetchSize(10));
                return Flux.zip(few.execute(IDS).all(), few.execute(IDS).all(), Integer::sum);
            });

            StepVerifier.create(sums.take(25).last()).expectNext(50).verifyComplete();
        }

        @Test
        void leavesTheTransactionUsableWhenItsReaderLeaves() {
            Mono<Integer> after = engine.inTransaction(tx -> tx.with(options -> options.fetchSize(3))
                    .execute(IDS)
                    .all()
                    .take(4)
                    .then(tx.execute(add(1, 1)).rowCount())
                    .then(tx.execute(IDS).all().take(1).single())
                    .then(tx.execute(balanceOf(1)).one()));

            StepVerifier.create(after).expectNext(101).verifyComplete();
            assertThat(balance(1)).isEqualTo(101);
        }

        /** A cursor that a savepoint took with it must not be closed again: that would fail the transaction. */
        @Test
        void survivesThePartThatItWasOpenedIn() {
            Mono<Integer> after = engine.inTransaction(tx -> tx.nested(part -> part.with(o -> o.fetchSize(3))
                            .execute(IDS)
                            .all()
                            .take(4)
                            .then(Mono.<Integer>error(new IllegalStateException("mine"))))
                    .onErrorReturn(0)
                    .then(tx.nested(part -> part.execute(IDS).all().take(1).single()))
                    .then(tx.execute(balanceOf(1)).one()));

            StepVerifier.create(after).expectNext(100).verifyComplete();
        }

        @Test
        void countsAsOneStatement() {
            StepVerifier.create(engine.inTransaction(tx -> tx.with(options -> options.fetchSize(10))
                            .execute(IDS)
                            .all()
                            .count()))
                    .expectNext((long) Accounts.COUNT)
                    .verifyComplete();

            assertThat(statements).hasSize(1);
        }

        @Test
        void readsWhatItChangesWithoutACursor() {
            var raised = update(ACCOUNTS)
                    .set(ACCOUNTS.balance.to(1))
                    .where(ACCOUNTS.id.le(300))
                    .returning(ACCOUNTS.id);

            StepVerifier.create(
                            engine.inTransaction(tx -> tx.execute(raised).all().count()))
                    .expectNext(300L)
                    .verifyComplete();
        }
    }

    @Nested
    class OnH2 extends WithoutCursors {
        OnH2() {
            super(TestServer.H2);
        }
    }

    @Nested
    class OnMariadb extends WithoutCursors {
        OnMariadb() {
            super(TestServer.MARIADB);
        }
    }

    /** Where a stream keeps its connection to itself. */
    abstract static class WithoutCursors extends Streams {

        WithoutCursors(TestServer server) {
            super(server);
        }

        @Test
        void refusesAStatementUnderAStreamAtOnce() {
            Flux<Integer> balances = engine.streamInTransaction(tx -> tx.execute(IDS)
                    .all()
                    .concatMap(id -> tx.execute(balanceOf(id)).one()));

            StepVerifier.create(balances)
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(OverlapException.class)
                            .hasMessageStartingWith("a stream is open on this connection")
                            .hasMessageContaining("SELECT account.balance")
                            .hasMessageContaining("while reading SELECT account.id"));
        }

        @Test
        void servesStatementsUnderACollectedStream() {
            Mono<Integer> sum = engine.inTransaction(tx -> tx.execute(IDS.limit(20))
                    .list()
                    .flatMapMany(Flux::fromIterable)
                    .concatMap(id -> tx.execute(balanceOf(id)).one())
                    .reduce(0, Integer::sum));

            StepVerifier.create(sum).expectNext(2_000).verifyComplete();
        }
    }

    /** What holds on all of them. */
    abstract static class Streams extends OnDatabase {

        Streams(TestServer server) {
            super(server);
        }

        @Test
        void givesAllRowsInTheirOrder() {
            StepVerifier.create(engine.with(options -> options.fetchSize(64))
                            .execute(IDS)
                            .all()
                            .collectList())
                    .assertNext(ids -> assertThat(ids).hasSize(Accounts.COUNT).isSorted())
                    .verifyComplete();
            StepVerifier.create(engine.streamInTransaction(tx -> tx.with(options -> options.fetchSize(64))
                                    .execute(IDS)
                                    .all())
                            .collectList())
                    .assertNext(ids -> assertThat(ids).hasSize(Accounts.COUNT).isSorted())
                    .verifyComplete();
        }

        @Test
        void givesNothingOfNothingAndExactlyOneFetch() {
            Select<Integer> none = IDS.where(ACCOUNTS.id.lt(0));
            Select<Integer> ten = IDS.where(ACCOUNTS.id.le(10));

            StepVerifier.create(
                            engine.streamInTransaction(tx -> tx.execute(none).all()))
                    .verifyComplete();
            StepVerifier.create(engine.streamInTransaction(tx -> tx.with(options -> options.fetchSize(10))
                            .execute(ten)
                            .all()))
                    .expectNextCount(10)
                    .verifyComplete();
        }

        @Test
        void givesRowsOnlyAsTheyAreAskedFor() {
            StepVerifier.create(engine.execute(IDS).all(), 0)
                    .thenRequest(1)
                    .expectNext(1)
                    .thenRequest(2)
                    .expectNext(2, 3)
                    .thenCancel()
                    .verify();
            StepVerifier.create(engine.streamInTransaction(tx -> tx.execute(IDS).all()), 0)
                    .thenRequest(2)
                    .expectNext(1, 2)
                    .thenCancel()
                    .verify();
        }

        /** With one connection there is none for the statement under the stream, ever. */
        @Test
        void refusesASecondConnectionThatWouldNeverCome() {
            Engine one = engineWith(options -> options.poolSize(1));

            StepVerifier.create(one.execute(IDS)
                            .all()
                            .concatMap(id -> one.execute(balanceOf(id)).one()))
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(PoolDeadlockException.class)
                            .hasMessageContaining("held by SELECT account.id"));
            StepVerifier.create(one.inTransaction(tx -> tx.execute(add(1, 1))
                            .rowCount()
                            .then(one.inTransaction(
                                    other -> other.execute(add(1, 2)).rowCount()))))
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(PoolDeadlockException.class)
                            .hasMessageContaining("inTransaction(…) at StreamIT.java:"));
            StepVerifier.create(one.execute(select(count()).from(ACCOUNTS)).one())
                    .expectNext((long) Accounts.COUNT)
                    .verifyComplete();
            one.close().block(SOON);
        }

        @Test
        void letsWhoHoldsAConnectionHaveAnotherWhereThereIsOne() {
            Mono<List<Integer>> both = engine.inTransaction(tx -> tx.execute(balanceOf(1))
                    .one()
                    .flatMap(first -> engine.execute(balanceOf(2)).one().map(second -> List.of(first, second))));

            StepVerifier.create(both).expectNext(List.of(100, 100)).verifyComplete();
        }
    }
}
