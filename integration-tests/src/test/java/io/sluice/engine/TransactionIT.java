package io.sluice.engine;

import static io.sluice.engine.Accounts.ACCOUNTS;
import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Functions.nullIf;
import static io.sluice.sql.Sql.select;
import static io.sluice.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.schema.Columns;
import io.sluice.schema.Table;
import io.sluice.sql.NullResultException;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What a transaction promises, on each database. */
class TransactionIT {

    @Nested
    class OnPostgresql extends Promises {
        OnPostgresql() {
            super(TestServer.POSTGRESQL);
        }

        @Test
        void refusesChangesWhereItIsReadOnly() {
            StepVerifier.create(engine.inTransaction(
                            TransactionOptions::readOnly,
                            tx -> tx.execute(add(1, 1)).rowCount()))
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(DatabaseException.class)
                            .hasMessageContaining("25006"));
            StepVerifier.create(engine.streamInTransaction(
                            tx -> tx.execute(add(1, 1)).rowCount()))
                    .verifyError(DatabaseException.class);
            StepVerifier.create(engine.streamInTransaction(
                            TransactionOptions::readWrite,
                            tx -> tx.execute(add(1, 1)).rowCount()))
                    .expectNext(1L)
                    .verifyComplete();
        }
    }

    @Nested
    class OnH2 extends Promises {
        OnH2() {
            super(TestServer.H2);
        }
    }

    @Nested
    class OnMariadb extends Promises {
        OnMariadb() {
            super(TestServer.MARIADB);
        }

        /** The server undoes a deadlock's victim as a whole, and would run what follows outside of any transaction. */
        @Test
        void doesNotGoOnAfterTheServerUndidIt() {
            var meeting = new Rendezvous(2);

            List<Boolean> ended = Mono.zip(swallowing(1, 2, meeting), swallowing(2, 1, meeting), List::of)
                    .blockOptional(SOON)
                    .orElseThrow();

            assertThat(ended).containsExactlyInAnyOrder(true, false);
            assertThat(balance(3)).isEqualTo(107);
            assertThat(balance(1) + balance(2)).isEqualTo(200);
        }

        private Mono<Boolean> swallowing(int from, int to, Rendezvous meeting) {
            return engine.inTransaction(tx -> tx.execute(add(-5, from))
                            .rowCount()
                            .delayUntil(count -> meeting.arrive())
                            .then(tx.execute(add(5, to)).rowCount())
                            .onErrorReturn(0L)
                            .then(tx.execute(add(7, 3)).rowCount())
                            .onErrorReturn(0L))
                    .thenReturn(true)
                    .onErrorReturn(SerializationFailureException.class, false);
        }
    }

    abstract static class Promises extends OnDatabase {

        Promises(TestServer server) {
            super(server);
        }

        @Test
        void commitsBeforeItGivesItsValue() {
            Mono<Integer> seenByOthers = engine.inTransaction(tx -> tx.execute(add(-30, 1))
                            .rowCount()
                            .then(tx.execute(add(30, 2)).rowCount()))
                    .map(count -> 1)
                    .flatMap(one -> engine.execute(balanceOf(2)).one());

            StepVerifier.create(seenByOthers).expectNext(130).verifyComplete();
            assertThat(balance(1)).isEqualTo(70);
        }

        @Test
        void doesNothingBeforeSubscriptionAndAnewForEach() {
            Mono<Long> twice = engine.inTransaction(tx -> tx.execute(add(5, 1)).rowCount());
            assertThat(engine.poolStatus().size()).isZero();

            StepVerifier.create(twice.concatWith(twice)).expectNext(1L, 1L).verifyComplete();
            assertThat(balance(1)).isEqualTo(110);
        }

        @Test
        void leasesNothingBeforeItsFirstStatement() {
            Mono<Integer> leased = engine.inTransaction(tx -> {
                int before = engine.poolStatus().leased();
                return tx.execute(balanceOf(1))
                        .one()
                        .map(balance -> before * 10 + engine.poolStatus().leased());
            });

            StepVerifier.create(leased).expectNext(1).verifyComplete();
            StepVerifier.create(engine.inTransaction(tx -> Mono.empty())).verifyComplete();
        }

        @Test
        void rollsBackOnErrorsOfStatementsAndOfFunctions() {
            StepVerifier.create(engine.inTransaction(tx -> tx.execute(add(30, 2))
                            .rowCount()
                            .then(tx.execute(add(-101, 1)).rowCount())))
                    .verifyErrorSatisfies(error -> assertThat(error).isInstanceOf(DatabaseException.class));
            StepVerifier.create(engine.inTransaction(
                            tx -> tx.execute(add(30, 2)).rowCount().map(count -> {
                                throw new IllegalStateException("mine");
                            })))
                    .verifyErrorMessage("mine");
            StepVerifier.create(engine.<Long>inTransaction(tx -> {
                        throw new AssertionError("at once");
                    }))
                    .verifyErrorMessage("at once");

            assertThat(total()).isEqualTo(100L * Accounts.COUNT);
        }

        @Test
        void rollsBackWhenItsSubscriberLeaves() {
            Mono<Long> never =
                    engine.inTransaction(tx -> tx.execute(add(30, 2)).rowCount().then(Mono.never()));

            StepVerifier.create(never)
                    .thenAwait(Duration.ofMillis(300))
                    .thenCancel()
                    .verify();

            assertThat(balance(2)).isEqualTo(100);
        }

        @Test
        void survivesTheFailureOfAPart() {
            Mono<Long> transfer = engine.inTransaction(tx -> tx.execute(add(10, 1))
                    .rowCount()
                    .then(tx.nested(part -> part.execute(add(5, 2))
                                    .rowCount()
                                    .then(part.execute(add(-1_000, 3)).rowCount()))
                            .onErrorReturn(0L))
                    .then(tx.nested(part -> part.execute(add(7, 4)).rowCount()))
                    .then(tx.execute(add(1, 1)).rowCount()));

            StepVerifier.create(transfer).expectNext(1L).verifyComplete();
            assertThat(balance(1)).isEqualTo(111);
            assertThat(balance(2)).isEqualTo(100);
            assertThat(balance(4)).isEqualTo(107);
        }

        @Test
        void undoesAPartThatWasLeft() {
            Mono<Integer> outer = engine.inTransaction(tx -> tx.nested(part ->
                            part.execute(add(5, 2)).rowCount().thenReturn(1).then(Mono.<Integer>never()))
                    .timeout(Duration.ofMillis(300), Mono.just(0))
                    .then(tx.execute(balanceOf(2)).one()));

            StepVerifier.create(outer).expectNext(100).verifyComplete();
        }

        @Test
        void refusesWhatWouldEndUpInSomebodyElsesPart() {
            StepVerifier.create(engine.inTransaction(tx -> tx.nested(part -> part.execute(add(5, 2))
                            .rowCount()
                            .then(tx.execute(add(5, 3)).rowCount()))))
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(OverlapException.class)
                            .hasMessageContaining("go through the transaction that it was given"));
            StepVerifier.create(engine.inTransaction(tx -> Mono.zip(
                            tx.nested(part -> part.execute(add(5, 2)).rowCount().then(Mono.<Long>never())),
                            tx.nested(part -> part.execute(add(5, 3)).rowCount()))))
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(OverlapException.class)
                            .hasMessageContaining("nested(…)"));
            assertThat(total()).isEqualTo(100L * Accounts.COUNT);
        }

        @Test
        void runsTwoQueriesThatAreZipped() {
            StepVerifier.create(engine.inTransaction(tx -> Mono.zip(
                            tx.execute(balanceOf(1)).one(),
                            tx.execute(balanceOf(2)).one(),
                            Integer::sum)))
                    .expectNext(200)
                    .verifyComplete();
        }

        /** The driver of PostgreSQL gives up at 257. */
        @Test
        void runsTenThousandStatementsThatComeAtOnce() {
            Mono<Long> ones = engine.inTransaction(tx -> Flux.range(0, 10_000)
                    .flatMap(i -> tx.execute(balanceOf(i % Accounts.COUNT + 1)).one(), 10_000)
                    .count());

            StepVerifier.create(ones).expectNext(10_000L).verifyComplete();
        }

        @Test
        void refusesStatementsAfterItsEnd() {
            List<Transaction> escaped = new ArrayList<>();
            StepVerifier.create(engine.inTransaction(tx -> {
                        escaped.add(tx);
                        return tx.execute(balanceOf(1)).one();
                    }))
                    .expectNext(100)
                    .verifyComplete();

            StepVerifier.create(escaped.get(0).execute(balanceOf(1)).one())
                    .verifyErrorSatisfies(
                            error -> assertThat(error).hasMessageContaining("subscribe to its statements inside"));
        }

        @Test
        void commitsAsYouGo() {
            StepVerifier.create(engine.connect(conn -> conn.execute(add(1, 1))
                            .rowCount()
                            .then(conn.commit())
                            .then(conn.execute(add(2, 1)).rowCount())
                            .then(conn.rollback())
                            .then(conn.execute(add(4, 1)).rowCount())
                            .then(conn.commit())
                            .then(conn.execute(add(8, 1)).rowCount())
                            .then(conn.execute(balanceOf(1)).one())))
                    .expectNext(113)
                    .verifyComplete();

            assertThat(balance(1)).isEqualTo(105);
            StepVerifier.create(engine.connect(conn -> conn.commit().then(conn.rollback())))
                    .verifyComplete();
        }

        @Test
        void keepsWhatUsersSayAboutIt() {
            StepVerifier.create(engine.inTransaction(tx -> {
                        tx.attributes().put("user", "Ada");
                        return tx.nested(
                                part -> Mono.justOrEmpty(part.attributes().get("user", String.class)));
                    }))
                    .expectNext("Ada")
                    .verifyComplete();
        }

        @Test
        void hasTheReactorContext() {
            StepVerifier.create(engine.inTransaction(tx -> Mono.deferContextual(context ->
                                    tx.execute(balanceOf(1)).one().map(balance -> context.get("who") + ":" + balance)))
                            .contextWrite(context -> context.put("who", "Ada")))
                    .expectNext("Ada:100")
                    .verifyComplete();
        }

        @Test
        void givesAnErrorInItsStreamToItsReader() {
            var nulls = select(nullIf(ACCOUNTS.balance, 100)).from(ACCOUNTS);

            StepVerifier.create(engine.inTransaction(tx -> tx.execute(nulls).list()))
                    .verifyError(NullResultException.class);
        }

        @Test
        void tellsHowManyStatementsAllOfItTook() {
            StepVerifier.create(engine.inTransaction(tx -> tx.execute(add(1, 1))
                            .rowCount()
                            .then(tx.execute(select(count()).from(ACCOUNTS)).one())))
                    .expectNext((long) Accounts.COUNT)
                    .verifyComplete();

            io.sluice.test.assertion.SqlAssertions.assertThat(statements).hasSize(2);
        }

        /** Elsewhere than on PostgreSQL a definition would commit what was done before it. */
        @Test
        void undoesDefinitionsOrRefusesThem() {
            Table extra = Table.named("extra", Columns.column("n", INTEGER));

            StepVerifier.create(engine.inTransaction(tx -> tx.execute(add(1, 1))
                            .rowCount()
                            .then(tx.execute(extra.create()).done())
                            .then(Mono.<Long>error(new IllegalStateException("mine")))))
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .hasMessageMatching(
                                    engine.dialect().name().equals("PostgreSQL")
                                            ? "mine"
                                            : "on this database a definition ends the transaction.*"));
            assertThat(balance(1)).isEqualTo(100);
            StepVerifier.create(engine.execute(extra.create()).done()).verifyComplete();
        }

        /** Two who read, wait for each other and write: one of them is told to begin again, and does. */
        @Test
        void runsAgainWhatCouldNotBeOrdered() {
            var runs = new AtomicInteger();
            var barrier = new Rendezvous(2);
            Mono<Long> increment = engine.inTransaction(
                    options -> options.isolation(TransactionOptions.Isolation.SERIALIZABLE)
                            .retries(20),
                    tx -> tx.execute(balanceOf(1))
                            .one()
                            .delayUntil(balance -> runs.incrementAndGet() <= 2 ? barrier.arrive() : Mono.empty())
                            .flatMap(balance -> tx.execute(add(1, 1)).rowCount()));

            StepVerifier.create(Mono.zip(increment, increment))
                    .expectNextCount(1)
                    .verifyComplete();

            assertThat(balance(1)).isEqualTo(102);
            if (!engine.dialect().name().equals("H2")) { // whose rows are only locked, and so never in conflict here
                assertThat(runs.get()).isGreaterThan(2);
            }
        }
    }
}
