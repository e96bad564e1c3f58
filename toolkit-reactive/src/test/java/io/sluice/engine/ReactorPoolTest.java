package io.sluice.engine;

import static io.sluice.sql.Sql.text;
import static io.sluice.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sql.Query;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** What no database does when it is asked to: fall silent. */
class ReactorPoolTest {
    private static final Query<Integer> QUERY = text("SELECT n FROM numbers").returning(INTEGER);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final DriverDouble driver = new DriverDouble(signal -> {});
    private Engine engine = engine(UnaryOperator.identity());

    private Engine engine(UnaryOperator<EngineOptions> options) {
        return driver.engine(standard -> options.apply(standard.poolSize(3)
                .poolTimes(PoolTimes.DEFAULTS.withPing(Duration.ofMillis(50), Duration.ofNanos(1)))));
    }

    @AfterEach
    void close() {
        engine.close().block(LIMIT);
    }

    /** Holds all connections at a time, so that all are opened. */
    private void openAll() {
        Sinks.Empty<Void> all = Sinks.empty();
        Flux.range(1, 3)
                .flatMap(i -> engine.inTransaction(tx -> tx.execute(QUERY)
                        .list()
                        .doOnNext(rows -> {
                            if (driver.open() == 3) {
                                all.tryEmitEmpty();
                            }
                        })
                        .delayUntil(rows -> all.asMono())))
                .blockLast(LIMIT);
        assertThat(driver.opened()).isEqualTo(3);
    }

    @Test
    void opensNothingBeforeTheFirstStatementRuns() {
        Mono<List<Integer>> list = engine.execute(QUERY).list();

        assertThat(driver.opened()).isZero();
        StepVerifier.create(list).expectNext(List.of(1, 2, 3)).verifyComplete();
        assertThat(driver.opened()).isEqualTo(1);
    }

    @Test
    void waitsForOneSilentConnectionAndNotForThoseThatFellSilentWithIt() {
        openAll();
        int before = driver.pings();
        driver.silence();

        StepVerifier.create(engine.execute(QUERY).list())
                .expectNext(List.of(1, 2, 3))
                .verifyComplete();

        assertThat(driver.pings() - before)
                .as("the silent one, and the new one")
                .isEqualTo(2);
        assertThat(driver.opened()).isEqualTo(4);
        assertThat(driver.open()).isEqualTo(1);
    }

    @Test
    void asksNobodyWhereItIsToldNotTo() {
        engine.close().block(LIMIT);
        engine = engine(options -> options.prePing(false));
        openAll();
        driver.silence();

        StepVerifier.create(engine.execute(QUERY).list())
                .expectNext(List.of(1, 2, 3))
                .verifyComplete();

        assertThat(driver.pings()).isZero();
    }

    @Test
    void asksNobodyWhoWasBusyJustNow() {
        engine.close().block(LIMIT);
        engine = driver.engine(options -> options.poolSize(1));

        StepVerifier.create(
                        Flux.range(0, 5).concatMap(i -> engine.execute(QUERY).list()))
                .expectNextCount(5)
                .verifyComplete();

        assertThat(driver.pings()).isZero();
        assertThat(driver.opened()).isEqualTo(1);
    }

    /** Who leaves while a silent connection is asked leaves nothing behind. */
    @Test
    void closesTheSilentConnectionOfWhoeverLeaves() {
        openAll();
        driver.silence();

        StepVerifier.create(engine.execute(QUERY).list())
                .thenAwait(Duration.ofMillis(5))
                .thenCancel()
                .verify();
        StepVerifier.create(engine.execute(QUERY).list())
                .expectNext(List.of(1, 2, 3))
                .verifyComplete();

        assertThat(engine.poolStatus().leased()).isZero();
        assertThat(engine.leases()).isEmpty();
    }
}
