package io.sluice.engine;

import static io.sluice.sql.Sql.text;
import static io.sluice.test.assertion.SqlAssertions.assertThatNothingLeaked;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sql.Query;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** What becomes of connections: when there are more of them, when they are replaced, when they die, when the engine is closed. */
class PoolIT {

    @Nested
    class OnPostgresql extends Pooled {
        OnPostgresql() {
            super(TestServer.POSTGRESQL, text("SELECT pg_backend_pid()").returning(BIGINT));
        }

        /** Waits until it has ended, unlike the form without a time. */
        @Override
        Mono<?> kill(long id) {
            return engine.execute(text("SELECT 1 WHERE pg_terminate_backend(" + id + ", 10000)")
                            .returning(INTEGER))
                    .one();
        }

        @Override
        Query<Long> alive(List<Long> ids) {
            return text("SELECT count(*) FROM pg_stat_activity WHERE pid IN " + among(ids))
                    .returning(BIGINT);
        }

        /** One loop for every two processors, an odd number of them: on the smallest machine that is one. */
        @Test
        void spreadsConnectionsOverEventLoops() {
            Engine eight = engineWith(options -> options.poolSize(8));
            Set<String> threads = ConcurrentHashMap.newKeySet();

            atATime(
                    eight,
                    4,
                    tx -> tx.execute(self)
                            .one()
                            .doOnNext(id -> threads.add(Thread.currentThread().getName())));

            int loops = (Runtime.getRuntime().availableProcessors() / 2) | 1;
            assertThat(threads).hasSize(Math.min(4, loops)).allMatch(name -> name.startsWith("sluice-postgresql"));
            eight.close().block(SOON);
        }
    }

    @Nested
    class OnMariadb extends Pooled {
        OnMariadb() {
            super(TestServer.MARIADB, text("SELECT connection_id()").returning(BIGINT));
        }

        @Override
        Mono<?> kill(long id) {
            return engine.execute(text("KILL " + id)).done();
        }

        @Override
        Query<Long> alive(List<Long> ids) {
            return text("SELECT count(*) FROM information_schema.processlist WHERE id IN " + among(ids))
                    .returning(BIGINT);
        }
    }

    abstract static class Pooled extends OnDatabase {
        private static final Duration AT_ONCE = Duration.ofNanos(1);

        /** What the database calls the connection. */
        final Query<Long> self;

        Pooled(TestServer server, Query<Long> self) {
            super(server);
            this.self = self;
        }

        abstract Mono<?> kill(long id);

        /** How many of these connections the server still has. */
        abstract Query<Long> alive(List<Long> ids);

        static String among(List<Long> ids) {
            return ids.toString().replace('[', '(').replace(']', ')');
        }

        /** Runs so many transactions that none ends before all are there. */
        static <T> List<T> atATime(Engine engine, int count, Function<Transaction, Mono<T>> body) {
            var meeting = new Rendezvous(count);
            return now(Flux.range(0, count)
                    .flatMap(
                            i -> engine.inTransaction(tx -> body.apply(tx).delayUntil(value -> meeting.arrive())),
                            count)
                    .collectList());
        }

        @Test
        void closesWhatIsBeyondItsSizeOnceIdle() {
            Engine small = engineWith(options -> options.poolSize(2)
                    .maxOverflow(3)
                    .poolTimes(PoolTimes.DEFAULTS.withOverflow(Duration.ofMillis(50), Duration.ofMillis(10))));

            List<Long> ids = atATime(small, 5, tx -> tx.execute(self).one());

            assertThat(ids).doesNotHaveDuplicates();
            Eventually.until(() -> small.poolStatus().size() < 5);
            Eventually.until(() -> small.poolStatus().size() <= 2);
            assertThat(small.poolStatus()).isEqualTo(new PoolStatus(2, 0, 2, 0));
            Eventually.until(() -> now(engine.execute(alive(ids)).one()) == 2);
            small.close().block(SOON);
        }

        @Test
        void replacesConnectionsThatHaveTheirAge() {
            Engine young = engineWith(options -> options.poolSize(1).recycleAfter(Duration.ofMillis(200)));
            Engine lasting = engineWith(options -> options.poolSize(1));

            long first = now(young.execute(self).one());
            long kept = now(lasting.execute(self).one());
            Eventually.anotherThan(first, young.execute(self).one());

            assertThat(now(lasting.execute(self).one())).isEqualTo(kept);
            assertThat(young.poolStatus().size()).isEqualTo(1);
            young.close().block(SOON);
            lasting.close().block(SOON);
        }

        @Test
        void lendsNoConnectionThatDiedWhileIdle() {
            Engine three = engineWith(options ->
                    options.poolSize(3).poolTimes(PoolTimes.DEFAULTS.withPing(Duration.ofSeconds(5), AT_ONCE)));
            List<Long> ids = atATime(three, 3, tx -> tx.execute(self).one());

            for (int round = 0; round < 10; round++) {
                Flux.fromIterable(ids).concatMap(this::kill).blockLast(SOON);
                ids = atATime(three, 3, tx -> tx.execute(self).one());
                assertThat(ids).doesNotHaveDuplicates();
            }

            assertThat(three.poolStatus().size()).isEqualTo(3);
            assertThatNothingLeaked(three);
            three.close().block(SOON);
        }

        @Test
        void forgetsWhoWaitedTooLong() {
            Engine one = engineWith(options -> options.poolSize(1).poolTimeout(Duration.ofMillis(100)));
            Sinks.Empty<Void> end = Sinks.empty();
            Mono<Integer> held =
                    one.inTransaction(tx -> tx.execute(balanceOf(1)).one().delayUntil(balance -> end.asMono()));
            Disposable holding = held.subscribe();
            Eventually.until(() -> one.poolStatus().leased() == 1);

            StepVerifier.create(Flux.range(0, 5)
                            .flatMap(
                                    i -> one.execute(balanceOf(2)).one().onErrorReturn(PoolTimeoutException.class, -1)))
                    .expectNext(-1, -1, -1, -1, -1)
                    .verifyComplete();
            assertThat(one.poolStatus()).isEqualTo(new PoolStatus(1, 1, 0, 0));

            end.tryEmitEmpty();
            Eventually.until(holding::isDisposed);
            assertThat(now(one.execute(balanceOf(2)).one())).isEqualTo(100);
            one.close().block(SOON);
        }

        @Test
        void waitsForTransactionsBeforeItCloses() {
            Engine closing = engineWith(options -> options.poolSize(2));
            Sinks.Empty<Void> end = Sinks.empty();
            Mono<Long> transfer = closing.inTransaction(tx -> tx.execute(add(1, 1))
                    .rowCount()
                    .delayUntil(count -> end.asMono())
                    .flatMap(count -> tx.execute(add(1, 2)).rowCount()));
            Disposable running = transfer.subscribe();
            Eventually.until(() -> closing.poolStatus().leased() == 1);

            Disposable first = closing.close().subscribe();
            Disposable second = closing.close().subscribe();
            StepVerifier.create(closing.execute(balanceOf(1)).one())
                    .verifyErrorMessage("the engine is closed; run statements before close(), or make another");
            assertThat(List.of(running, first, second)).noneMatch(Disposable::isDisposed);

            end.tryEmitEmpty();
            Eventually.until(() -> first.isDisposed() && second.isDisposed());
            assertThat(running.isDisposed()).isTrue();
            assertThat(balance(1)).isEqualTo(101);
            assertThat(balance(2)).isEqualTo(101);
            closing.close().block(SOON);
        }

        @Test
        void closesWhatIsStillOnLoanWhenItHasWaitedLongEnough() {
            Engine closing = engineWith(
                    options -> options.poolSize(2).poolTimes(PoolTimes.DEFAULTS.withClose(Duration.ofMillis(100))));
            Sinks.One<Long> id = Sinks.one();
            closing.inTransaction(tx -> tx.execute(add(1, 1))
                            .rowCount()
                            .then(tx.execute(self).one())
                            .doOnNext(id::tryEmitValue)
                            .then(Mono.never()))
                    .subscribe();
            long held = now(id.asMono());

            closing.close().block(SOON);

            Eventually.until(() -> now(engine.execute(alive(List.of(held))).one()) == 0);
            assertThat(balance(1)).isEqualTo(100);
            assertThat(closing.leases()).isEmpty();
        }
    }
}
