package io.sluice.engine;

import static io.sluice.engine.Accounts.ACCOUNTS;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.text;
import static io.sluice.test.assertion.SqlAssertions.assertThatNothingLeaked;
import static io.sluice.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sql.Query;
import io.sluice.test.database.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Eight connections to a pgbouncer that has two, and gives each transaction whichever is free. */
class TransactionProxyIT extends OnDatabase {
    private static final int CALLERS = 40;
    private static final Query<Integer> ASLEEP =
            text("SELECT 1 FROM pg_sleep(60)").returning(INTEGER);

    private Pgbouncer bouncer;
    private Engine behind;

    TransactionProxyIT() {
        super(TestServer.POSTGRESQL);
    }

    @BeforeEach
    void startBouncer() {
        Optional<Path> executable = Pgbouncer.executable();
        Assumptions.assumeTrue(
                executable.isPresent(),
                "pgbouncer is not installed here; apt-get install pgbouncer, then run this again");
        bouncer = Pgbouncer.before(database, executable.orElseThrow());
        behind = Engine.create(bouncer.url(), options -> options.poolSize(8).behindTransactionProxy());
    }

    @AfterEach
    void stopBouncer() {
        if (bouncer != null) {
            assertThatNothingLeaked(behind);
            behind.close().block(SOON);
            bouncer.close();
        }
    }

    /** Many texts, each of which some other connection may have run before. */
    private static Flux<Integer> statements(Engine on) {
        return Flux.range(1, 400)
                .flatMap(
                        i -> on.execute(select(ACCOUNTS.balance)
                                        .from(ACCOUNTS)
                                        .where(ACCOUNTS.id.eq(i), ACCOUNTS.balance.gt(-(i % 5)))
                                        .limit(1 + i % 7))
                                .one(),
                        CALLERS);
    }

    @Test
    void runsStatementsOnWhicheverConnectionIsFree() {
        StepVerifier.create(statements(behind)).expectNextCount(400).verifyComplete();
    }

    /** That the switch is needed at all. */
    @Test
    void failsWhereItIsNotSaid() {
        Engine unaware = Engine.create(bouncer.url(), options -> options.poolSize(8));

        StepVerifier.create(statements(unaware))
                .thenConsumeWhile(balance -> true)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                DatabaseException.class,
                                failure -> assertThat(failure.sqlState()).isIn("42P05", "26000")));
        unaware.close().block(SOON);
    }

    @Test
    void keepsTransactionsTogether() {
        Flux<Long> transfers = Flux.range(0, 200)
                .flatMap(
                        i -> behind.inTransaction(
                                options -> options.retries(50).isolation(TransactionOptions.Isolation.REPEATABLE_READ),
                                tx -> tx.execute(add(-1, 1 + i))
                                        .rowCount()
                                        .then(tx.nested(part -> part.execute(add(-1_000, 2))
                                                        .rowCount())
                                                .onErrorReturn(CheckViolationException.class, 0L))
                                        .then(tx.execute(add(1, 500 + i)).rowCount())),
                        CALLERS);

        StepVerifier.create(transfers.count()).expectNext(200L).verifyComplete();
        assertThat(total()).isEqualTo(100L * Accounts.COUNT);
        assertThat(balance(1)).isEqualTo(99);
        assertThat(balance(500)).isEqualTo(101);
    }

    @Test
    void streamsWithAndWithoutTransactions() {
        var ids = select(ACCOUNTS.id).from(ACCOUNTS);
        Flux<Long> outside = Flux.range(0, 10)
                .flatMap(i -> behind.with(options -> options.fetchSize(50))
                        .execute(ids)
                        .all()
                        .count());
        Flux<Long> inside = Flux.range(0, 10)
                .flatMap(i -> behind.streamInTransaction(tx -> tx.with(options -> options.fetchSize(50))
                                .execute(ids)
                                .all()
                                .concatMap(id -> id % 100 == 0
                                        ? tx.execute(balanceOf(id)).one()
                                        : Mono.just(id)))
                        .count());

        StepVerifier.create(Flux.merge(outside, inside))
                .thenConsumeWhile(count -> count == Accounts.COUNT)
                .verifyComplete();
    }

    /** A stop must end the statement that was left, and none of those that got its connection after it. */
    @Test
    void stopsWhatIsLateAndNothingElse() {
        Flux<Integer> late = Flux.range(0, 20)
                .flatMap(
                        i -> behind.with(options -> options.timeout(Duration.ofMillis(200)))
                                .execute(ASLEEP)
                                .one()
                                .onErrorReturn(StatementTimeoutException.class, -1),
                        4);

        StepVerifier.create(Flux.merge(late, statements(behind))
                        .filter(value -> value > 0)
                        .count())
                .expectNext(400L)
                .verifyComplete();
        Eventually.until(() -> now(engine.execute(
                                text("SELECT count(*)::integer FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid()")
                                        .returning(INTEGER))
                        .one())
                == 0);
    }
}
