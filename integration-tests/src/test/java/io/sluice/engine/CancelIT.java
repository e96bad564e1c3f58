package io.sluice.engine;

import static io.sluice.engine.Accounts.ACCOUNTS;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.text;
import static io.sluice.test.assertion.SqlAssertions.assertThatNothingLeaked;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sql.Query;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Who leaves, or is late, stops the work on the server, and the connection is usable again. */
class CancelIT {

    @Nested
    class OnPostgresql extends Stops {
        private static final Query<Long> ASLEEP =
                text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid()")
                        .returning(BIGINT);

        OnPostgresql() {
            super(TestServer.POSTGRESQL, text("SELECT 1 FROM pg_sleep(60)").returning(INTEGER));
        }

        /** Two seconds are plenty, and build machines get ten. */
        @Test
        void leavesNoBackendAtWork() {
            Engine ten = engineWith(options -> options.poolSize(10));
            Flux<Integer> left = Flux.range(0, 200)
                    .flatMap(i -> ten.execute(sleeping).one().timeout(Duration.ofMillis(200), Mono.just(0)), 200);

            StepVerifier.create(left.count()).expectNext(200L).verifyComplete();
            Mono<Long> asleep = engine.execute(ASLEEP)
                    .one()
                    .filter(count -> count == 0)
                    .repeatWhenEmpty(100, again -> again.delayElements(Duration.ofMillis(100)));
            StepVerifier.create(asleep).expectNext(0L).verifyComplete();

            assertThatNothingLeaked(ten);
            ten.close().block(SOON);
        }

        /** The transaction failed on the server, where it can only be undone; a part of it can be. */
        @Test
        void stopsAStatementInATransaction() {
            StepVerifier.create(engine.inTransaction(tx -> tx.nested(
                                    part -> part.with(options -> options.timeout(Duration.ofMillis(200)))
                                            .execute(sleeping)
                                            .one())
                            .onErrorReturn(StatementTimeoutException.class, 0)
                            .then(tx.execute(add(1, 1)).rowCount())))
                    .expectNext(1L)
                    .verifyComplete();
            assertThat(balance(1)).isEqualTo(101);
        }
    }

    @Nested
    class OnMariadb extends Stops {
        OnMariadb() {
            super(TestServer.MARIADB, text("SELECT sleep(60)").returning(INTEGER));
        }
    }

    abstract static class Stops extends OnDatabase {
        final Query<Integer> sleeping;

        Stops(TestServer server, Query<Integer> sleeping) {
            super(server);
            this.sleeping = sleeping;
        }

        @Test
        void usesTheConnectionAgain() {
            Engine one = engineWith(options -> options.poolSize(1));

            StepVerifier.create(one.execute(sleeping).one())
                    .thenAwait(Duration.ofMillis(200))
                    .thenCancel()
                    .verify();
            StepVerifier.create(one.execute(balanceOf(1)).one()).expectNext(100).verifyComplete();

            assertThat(one.poolStatus().size()).isEqualTo(1);
            one.close().block(SOON);
        }

        @Test
        void endsWhatIsLate() {
            StepVerifier.create(engine.with(options -> options.timeout(Duration.ofMillis(200)))
                            .execute(sleeping)
                            .one())
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(StatementTimeoutException.class)
                            .hasMessageContaining("timeout of PT0.2S"));
        }

        @Test
        void rollsBackTheTransactionThatWasLeft() {
            Engine one = engineWith(options -> options.poolSize(1));

            StepVerifier.create(one.inTransaction(tx -> tx.execute(add(1, 1))
                            .rowCount()
                            .then(tx.execute(sleeping).one())))
                    .thenAwait(Duration.ofMillis(500))
                    .thenCancel()
                    .verify();

            StepVerifier.create(one.execute(balanceOf(1)).one()).expectNext(100).verifyComplete();
            one.close().block(SOON);
        }

        @Test
        void givesUpAStreamAtOnce() {
            Engine one = engineWith(options -> options.poolSize(1));
            var ids = select(ACCOUNTS.id).from(ACCOUNTS);

            StepVerifier.create(Flux.range(0, 50)
                            .concatMap(i -> one.execute(ids).all().take(3))
                            .count())
                    .expectNext(150L)
                    .verifyComplete();
            assertThat(one.poolStatus().size()).isEqualTo(1);
            one.close().block(SOON);
        }
    }
}
