package io.sluice.engine;

import static io.sluice.engine.Accounts.ACCOUNTS;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.text;
import static io.sluice.test.assertion.SqlAssertions.assertThatNothingLeaked;
import static io.sluice.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sql.Query;
import io.sluice.sql.Select;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Thousands of statements, streams, transactions and parts of them, many of which are left in the middle, time out or throw.
 * Afterwards nothing is on loan, nothing is open on the server, the whole pool serves, and no money came or went.
 */
class TortureIT {
    private static final Logger LOG = LoggerFactory.getLogger(TortureIT.class);
    private static final int POOL = 10;
    private static final Select<Integer> IDS = select(ACCOUNTS.id).from(ACCOUNTS);

    private final long seed = Long.getLong("sluice.seed", System.nanoTime());
    private final AtomicInteger leftMidway = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicLong done = new AtomicLong();

    @Test
    void leavesNothingBehind() {
        torture(2_000);
    }

    @Test
    @Tag("thorough")
    void leavesNothingBehindAfterLong() {
        torture(50_000);
    }

    private void torture(int operations) {
        LOG.info("{} operations with seed {}", operations, seed);
        try (var database = TestServer.POSTGRESQL.database(Accounts.TEMPLATE)) {
            Engine engine = Engine.create(database.url(), options -> options.poolSize(POOL));

            Flux.range(0, operations)
                    .flatMap(i -> disturbed(engine, new Random(seed + i)), 4 * POOL)
                    .blockLast(Duration.ofMinutes(20));

            LOG.info("of {} operations {} ended, {} failed, {} were left midway", operations, done, failed, leftMidway);
            assertThatNothingLeaked(engine);
            assertThat(leftMidway.get()).isGreaterThan(operations * 3 / 10);
            assertThat(servedAtOnce(engine)).isEqualTo(POOL);
            assertThat(engine.execute(select(sum(ACCOUNTS.balance)).from(ACCOUNTS))
                            .one()
                            .block(OnDatabase.SOON))
                    .isEqualTo(100L * Accounts.COUNT);
            engine.close().block(OnDatabase.SOON);
        }
    }

    /** One operation, and what happens to it. It is left midway if its end was not heard of before. */
    private Mono<Long> disturbed(Engine engine, Random random) {
        Mono<Long> operation = operation(engine, random).doOnCancel(leftMidway::incrementAndGet);
        Mono<Long> observed = switch (random.nextInt(4)) {
            case 0 -> operation;
            case 1 -> operation.timeout(Duration.ofMillis(1 + random.nextInt(40)));
            default ->
                operation.takeUntilOther(
                        Mono.delay(Duration.ofNanos(random.nextInt(20_000_000)), Schedulers.parallel()));
        };
        return observed.doOnSuccess(value -> done.incrementAndGet())
                .onErrorResume(error -> {
                    failed.incrementAndGet();
                    return Mono.empty();
                })
                .thenReturn(1L);
    }

    private Mono<Long> operation(Engine engine, Random random) {
        int one = 1 + random.nextInt(Accounts.COUNT);
        int other = 1 + random.nextInt(Accounts.COUNT);
        int amount = random.nextInt(200);
        return switch (random.nextInt(8)) {
            case 0 -> engine.execute(OnDatabase.balanceOf(one)).one().map(Integer::longValue);
            case 1 ->
                engine.with(options -> options.fetchSize(50)).execute(IDS).all().count();
            case 2 -> engine.execute(asleep(random)).one().map(Integer::longValue);
            case 3 -> engine.inTransaction(tx -> transfer(tx, one, other, amount));
            case 4 ->
                engine.inTransaction(tx -> tx.nested(part -> transfer(part, one, other, amount))
                        .onErrorReturn(0L)
                        .then(tx.nested(part -> transfer(part, other, one, 1)
                                .then(part.execute(asleep(random)).one())
                                .thenReturn(1L))));
            case 5 ->
                engine.streamInTransaction(tx -> tx.with(options -> options.fetchSize(20))
                                .execute(IDS)
                                .all()
                                .take(200)
                                .concatMap(id -> id % 7 == 0
                                        ? tx.execute(OnDatabase.balanceOf(id)).one()
                                        : Mono.just(id)))
                        .count();
            case 6 ->
                engine.inTransaction(tx -> transfer(tx, one, other, amount).map(count -> {
                    throw new IllegalStateException("of the user");
                }));
            default ->
                engine.connect(conn ->
                        transfer(conn, one, other, amount).then(conn.commit()).then(transfer(conn, other, one, 3)));
        };
    }

    private static Query<Integer> asleep(Random random) {
        return text("SELECT 1 FROM pg_sleep(:seconds)")
                .bind("seconds", random.nextInt(60) / 1_000.0)
                .returning(INTEGER);
    }

    private static Mono<Long> transfer(Transaction tx, int from, int to, int amount) {
        return tx.execute(OnDatabase.add(-amount, from))
                .rowCount()
                .then(tx.execute(OnDatabase.add(amount, to)).rowCount());
    }

    /** How many statements run at a time when all of the pool is asked for. */
    private static int servedAtOnce(Engine engine) {
        var meeting = new Rendezvous(POOL);
        return engine.poolStatus().pending()
                + Flux.range(0, POOL)
                        .flatMap(
                                i -> engine.inTransaction(tx -> tx.execute(OnDatabase.balanceOf(1 + i))
                                        .one()
                                        .delayUntil(b -> meeting.arrive())),
                                POOL)
                        .collectList()
                        .blockOptional(OnDatabase.SOON)
                        .orElseThrow()
                        .size();
    }
}
