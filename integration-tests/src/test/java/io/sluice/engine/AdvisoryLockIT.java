package io.sluice.engine;

import static io.sluice.sql.Sql.text;
import static io.sluice.type.SqlTypes.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sql.Query;
import io.sluice.sql.StatementException;
import io.sluice.test.database.TestServer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** One at a time has a lock, and whatever ends its having it, no connection of the pool keeps it. */
class AdvisoryLockIT {
    private static final AdvisoryLock LOCK = AdvisoryLock.named("nightly report");

    @Nested
    class OnPostgresql extends Locked {
        OnPostgresql() {
            super(
                    TestServer.POSTGRESQL,
                    text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                            .returning(BIGINT));
        }

        @Test
        void keepsTheLockOfATransactionUntilItEnds() {
            Sinks.Empty<Void> end = Sinks.empty();
            Disposable first =
                    engine.inTransaction(tx -> tx.lock(LOCK).then(end.asMono())).subscribe();
            Eventually.until(() -> locks() == 1);

            StepVerifier.create(engine.inTransaction(tx -> tx.tryLock(LOCK)))
                    .expectNext(false)
                    .verifyComplete();
            StepVerifier.create(engine.inTransaction(tx -> tx.tryLock(AdvisoryLock.named("another"))))
                    .expectNext(true)
                    .verifyComplete();
            end.tryEmitEmpty();
            Eventually.until(first::isDisposed);
            StepVerifier.create(engine.inTransaction(tx -> tx.tryLock(LOCK)))
                    .expectNext(true)
                    .verifyComplete();
        }

        @Test
        void givesTheLockOfATransactionBackHoweverItEnds() {
            StepVerifier.create(engine.inTransaction(
                            tx -> tx.lock(LOCK).then(Mono.<Long>error(new IllegalStateException("mine")))))
                    .verifyErrorMessage("mine");
            assertThat(locks()).isZero();

            Disposable left =
                    engine.inTransaction(tx -> tx.lock(LOCK).then(Mono.never())).subscribe();
            Eventually.until(() -> locks() == 1);
            left.dispose();
            Eventually.until(() -> locks() == 0);
        }

        @Test
        void refusesASessionsLockBehindATransactionProxy() {
            Engine behind = engineWith(EngineOptions::behindTransactionProxy);

            StepVerifier.create(behind.withLock(LOCK, conn -> Mono.just(1)))
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(StatementException.class)
                            .hasMessageStartingWith("withLock(…): behind a transaction proxy"));
            StepVerifier.create(behind.inTransaction(tx -> tx.tryLock(LOCK)))
                    .expectNext(true)
                    .verifyComplete();
            behind.close().block(SOON);
        }
    }

    @Nested
    class OnMariadb extends Locked {
        OnMariadb() {
            super(
                    TestServer.MARIADB,
                    text("SELECT CASE WHEN is_used_lock('sluice " + LOCK.number() + "') IS NULL THEN 0 ELSE 1 END")
                            .returning(BIGINT));
        }

        @Test
        void refusesTheLockOfATransaction() {
            StepVerifier.create(engine.inTransaction(tx -> tx.tryLock(LOCK)))
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(StatementException.class)
                            .hasMessageContaining("use withLock(…) of the engine"));
        }
    }

    @Nested
    class OnH2 extends OnDatabase {
        OnH2() {
            super(TestServer.H2);
        }

        @Test
        void refusesLocks() {
            StepVerifier.create(engine.withLock(LOCK, conn -> Mono.just(1)))
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(StatementException.class)
                            .hasMessageStartingWith("this database has no advisory locks; keep a row for each"));
            StepVerifier.create(engine.inTransaction(tx -> tx.lock(LOCK))).verifyError(StatementException.class);
        }
    }

    abstract static class Locked extends OnDatabase {
        private final Query<Long> held;
        private Engine observer;

        Locked(TestServer server, Query<Long> held) {
            super(server);
            this.held = held;
        }

        @BeforeEach
        void openObserver() {
            observer = engineWith(options -> options.poolSize(1));
        }

        @AfterEach
        void nothingIsHeld() {
            Eventually.until(() -> locks() == 0);
            observer.close().block(SOON);
        }

        long locks() {
            return now(observer.execute(held).one());
        }

        @Test
        void letsOneInAtATime() {
            var inside = new AtomicInteger();
            var most = new AtomicInteger();
            Flux<Long> all = Flux.range(0, 30)
                    .flatMap(
                            i -> engine.withLock(LOCK, conn -> {
                                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                return conn.execute(add(1, 1))
                                        .rowCount()
                                        .delayUntil(count -> conn.commit())
                                        .doOnTerminate(inside::decrementAndGet);
                            }),
                            30);

            StepVerifier.create(all.count()).expectNext(30L).verifyComplete();
            assertThat(most).hasValue(1);
            assertThat(balance(1)).isEqualTo(130);
        }

        @Test
        void keepsTheLockOverCommits() {
            Mono<Long> work = engine.withLock(
                    LOCK,
                    conn -> conn.execute(add(1, 1))
                            .rowCount()
                            .then(conn.commit())
                            .then(Mono.fromSupplier(() -> engine.poolStatus().leased()))
                            .doOnNext(leased -> assertThat(leased).isEqualTo(1))
                            .then(engine.tryWithLock(LOCK, other -> Mono.just(1L))
                                    .onErrorReturn(LockTakenException.class, 0L))
                            .delayUntil(taken -> conn.execute(add(1, 2)).rowCount()));

            StepVerifier.create(work).expectNext(0L).verifyComplete();
            assertThat(balance(1)).isEqualTo(101);
            assertThat(balance(2)).as("what was not committed").isEqualTo(100);
            StepVerifier.create(engine.tryWithLock(LOCK, conn -> Mono.just(2L)))
                    .expectNext(2L)
                    .verifyComplete();
        }

        @Test
        void givesTheLockBackAfterAnErrorAndWithTheSameConnection() {
            Engine one = engineWith(options -> options.poolSize(1));

            StepVerifier.create(one.withLock(
                            LOCK, conn -> conn.execute(add(-1_000, 1)).rowCount()))
                    .verifyError(CheckViolationException.class);
            StepVerifier.create(one.withLock(LOCK, conn -> {
                        throw new IllegalStateException("mine");
                    }))
                    .verifyErrorMessage("mine");

            assertThat(locks()).isZero();
            assertThat(one.poolStatus()).isEqualTo(new PoolStatus(1, 0, 1, 0));
            one.close().block(SOON);
        }

        @Test
        void givesTheLockBackWhenItIsLeft() {
            Disposable left = engine.withLock(
                            LOCK, conn -> conn.execute(add(1, 1)).rowCount().then(Mono.never()))
                    .subscribe();
            Eventually.until(() -> locks() == 1);

            left.dispose();

            Eventually.until(() -> locks() == 0);
            Eventually.until(() -> engine.leases().isEmpty());
            assertThat(balance(1)).isEqualTo(100);
        }

        /** The one who waits may get the lock just when he leaves. */
        @Test
        void leavesNoLockWithWhoeverStopsWaiting() {
            Sinks.Empty<Void> end = Sinks.empty();
            Disposable first = engine.withLock(LOCK, conn -> end.asMono()).subscribe();
            Eventually.until(() -> locks() == 1);
            Disposable second = engine.withLock(LOCK, conn -> Mono.never()).subscribe();
            Eventually.until(() -> engine.poolStatus().leased() == 2);

            end.tryEmitEmpty();
            second.dispose();

            Eventually.until(() -> first.isDisposed() && locks() == 0);
            Eventually.until(() -> engine.leases().isEmpty());
        }

        @Test
        void seesThatTwoWaitForEachOther() {
            Engine one = engineWith(options -> options.poolSize(1));

            StepVerifier.create(
                            one.withLock(LOCK, conn -> one.execute(balanceOf(1)).one()))
                    .verifyError(PoolDeadlockException.class);

            one.close().block(SOON);
        }
    }
}
