package io.sluice.engine;

import static io.sluice.engine.Accounts.ACCOUNTS;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.text;
import static io.sluice.test.assertion.SqlAssertions.assertThatNothingLeaked;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The database goes away under load, and comes back: callers hear of lost connections, and later of nothing. */
@Timeout(120)
class RestartIT {
    private static final Logger LOG = LoggerFactory.getLogger(RestartIT.class);
    private static final int POOL = 10;
    private static final int CALLERS = 40;

    private final AtomicInteger succeeded = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final Set<Class<?>> failures = ConcurrentHashMap.newKeySet();

    @Test
    void survivesAFastStop() {
        survives(OwnPostgresql::stopFast);
    }

    @Test
    void survivesAnImmediateStop() {
        survives(OwnPostgresql::stopImmediately);
    }

    private void survives(Consumer<OwnPostgresql> stop) {
        try (var server = OwnPostgresql.start()) {
            Engine engine = Engine.create(server.url(), options -> options.poolSize(POOL));
            Accounts.TEMPLATE
                    .statements()
                    .forEach(sql -> engine.execute(text(sql)).done().block(OnDatabase.SOON));

            var isOver = new AtomicBoolean();
            Disposable load = Flux.range(0, CALLERS)
                    .flatMap(caller -> calls(engine, new Random(caller), isOver), CALLERS)
                    .subscribe();
            Eventually.until(() -> succeeded.get() > 500);

            stop.accept(server);
            int failedBefore = failed.get();
            Eventually.until(() -> failed.get() > failedBefore + 2 * CALLERS);

            server.startAgain();
            long start = System.nanoTime();
            Eventually.until(() -> isServed(engine));
            LOG.info("all succeed {} after the server's return", Duration.ofNanos(System.nanoTime() - start));
            for (int round = 0; round < 20; round++) {
                assertThat(isServed(engine)).isTrue();
            }

            isOver.set(true);
            Eventually.until(load::isDisposed);
            assertThat(failures).isSubsetOf(ConnectionLostException.class, PoolTimeoutException.class);
            assertThatNothingLeaked(engine);
            assertThat(engine.leases()).isEmpty();
            assertThat(servedAtOnce(engine)).isEqualTo(POOL);
            assertThat(engine.execute(select(sum(ACCOUNTS.balance)).from(ACCOUNTS))
                            .one()
                            .block(OnDatabase.SOON))
                    .isEqualTo(100L * Accounts.COUNT);
            engine.close().block(OnDatabase.SOON);
        }
    }

    /** One caller, who asks again and again, also when it gets no answer. */
    private Mono<Void> calls(Engine engine, Random random, AtomicBoolean isOver) {
        return Mono.defer(() -> call(engine, random))
                .doOnNext(value -> succeeded.incrementAndGet())
                .onErrorResume(error -> {
                    failed.incrementAndGet();
                    failures.add(error.getClass());
                    return Mono.delay(Duration.ofMillis(5)).thenReturn(0L);
                })
                .repeat(() -> !isOver.get())
                .then();
    }

    private static Mono<Long> call(Engine engine, Random random) {
        int one = 1 + random.nextInt(Accounts.COUNT);
        int other = 1 + random.nextInt(Accounts.COUNT);
        return switch (random.nextInt(4)) {
            case 0 ->
                engine.with(options -> options.fetchSize(100))
                        .execute(select(ACCOUNTS.id).from(ACCOUNTS))
                        .all()
                        .count();
            case 1 ->
                engine.inTransaction(
                        options -> options.retries(100),
                        tx -> tx.execute(OnDatabase.add(-1, Math.min(one, other)))
                                .rowCount()
                                .then(tx.execute(OnDatabase.add(1, Math.max(one, other)))
                                        .rowCount()));
            default -> engine.execute(OnDatabase.balanceOf(one)).one().map(Integer::longValue);
        };
    }

    /** Whether as many callers as there are get their answer now. */
    private static boolean isServed(Engine engine) {
        return Flux.range(1, CALLERS)
                .flatMap(id -> engine.execute(OnDatabase.balanceOf(id)).one(), CALLERS)
                .then(Mono.just(true))
                .onErrorReturn(ConnectionLostException.class, false)
                .blockOptional(OnDatabase.SOON)
                .orElseThrow();
    }

    private static int servedAtOnce(Engine engine) {
        var meeting = new Rendezvous(POOL);
        return OnDatabase.now(Flux.range(1, POOL)
                        .flatMap(
                                id -> engine.inTransaction(tx -> tx.execute(OnDatabase.balanceOf(id))
                                        .one()
                                        .delayUntil(b -> meeting.arrive())),
                                POOL)
                        .collectList())
                .size();
    }
}
