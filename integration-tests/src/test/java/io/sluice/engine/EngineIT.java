package io.sluice.engine;

import static io.sluice.shop.Customers.CUSTOMERS;
import static io.sluice.shop.Orders.ORDERS;
import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Aggregates.max;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.cell;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.text;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.Sql.value;
import static io.sluice.test.assertion.SqlAssertions.assertThat;
import static io.sluice.test.assertion.SqlAssertions.assertThatNothingLeaked;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.EngineEvent.StatementEnded;
import io.sluice.shop.Shop;
import io.sluice.sql.NullResultException;
import io.sluice.sql.Row;
import io.sluice.sql.StatementException;
import io.sluice.test.assertion.Statements;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A statement's way through every layer, on each database. */
@Timeout(60)
class EngineIT {

    @Nested
    class OnPostgresql extends Slice {
        OnPostgresql() {
            super(TestServer.POSTGRESQL);
        }

        /** The simple protocol would send text, which is three times slower and reads other types. */
        @Test
        void readsInBinaryAlsoWithoutParameters() {
            var instant =
                    text("SELECT timestamptz '2026-01-01 10:00:00+00'").returning(io.sluice.type.SqlTypes.TIMESTAMPTZ);

            StepVerifier.create(engine().execute(instant).one())
                    .expectNext(Instant.parse("2026-01-01T10:00:00Z"))
                    .verifyComplete();
        }

        /** Its bytes are not text. */
        @Test
        void refusesToReadTheBinaryFormOfTypesThatItDoesNotKnow() {
            var point = text("SELECT point(1, 2)").returning(io.sluice.type.SqlTypes.TEXT);

            StepVerifier.create(engine().execute(point).one())
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .hasMessageContaining(
                                    "is of PostgreSQL's type point, which cannot be read as text; cast it"));
            assertThatNothingLeaked(engine());
        }
    }

    @Nested
    class OnH2 extends Slice {
        OnH2() {
            super(TestServer.H2);
        }

        /** H2 throws an exception of its own there, which quotes what it was given. */
        @Test
        void translatesWhatTheDriverThrowsWhenItBinds() {
            var tooPrecise = new BigDecimal(BigInteger.ONE, 200_000);

            StepVerifier.create(engine().execute(select(value(tooPrecise))).one())
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(DatabaseException.class)
                            .hasMessageStartingWith(
                                    "parameter 1, of type numeric, cannot be sent: the driver refuses"));
            assertThatNothingLeaked(engine());
        }
    }

    /** What must hold on every database. */
    abstract static class Slice {
        private final TestServer server;
        private final Statements statements = new Statements();
        private TestDatabase database;
        private Engine engine;

        Slice(TestServer server) {
            this.server = server;
        }

        Engine engine() {
            return engine;
        }

        @BeforeEach
        void open() {
            database = server.database(Shop.TEMPLATE);
            engine = Engine.create(
                    database.url(), options -> options.poolSize(3).listen(StatementEnded.class, statements));
        }

        @AfterEach
        void close() {
            assertThatNothingLeaked(engine);
            engine.close().block(Duration.ofSeconds(10));
            database.close();
        }

        @Test
        void opensNoConnectionBeforeTheFirstStatement() {
            var orders = engine.execute(select(ORDERS.id).from(ORDERS)).all();

            assertThat(engine.poolStatus().size()).isZero();
            StepVerifier.create(orders).expectNextCount(5).verifyComplete();
            assertThat(engine.poolStatus().size()).isEqualTo(1);
        }

        @Test
        void streamsTypedRows() {
            var paid = select(ORDERS.id, ORDERS.totalCents, ORDERS.createdAt)
                    .from(ORDERS)
                    .where(ORDERS.status.eq("paid"))
                    .orderBy(ORDERS.id);

            StepVerifier.create(engine.execute(paid).all().map(row -> row.get(ORDERS.totalCents)))
                    .expectNext(1000, 700, 9900)
                    .verifyComplete();
            StepVerifier.create(engine.execute(paid).first().map(row -> row.get(ORDERS.createdAt)))
                    .expectNext(Instant.parse("2026-01-01T10:00:00Z"))
                    .verifyComplete();
        }

        @Test
        void runsOncePerSubscription() {
            var count = engine.execute(select(count()).from(ORDERS)).one();
            assertThat(statements).isEmpty();

            StepVerifier.create(count.concatWith(count)).expectNext(5L, 5L).verifyComplete();

            assertThat(statements).hasSize(2);
        }

        @Test
        void findsStatementsOfOneShapeCompiled() {
            Flux<Integer> totals = Flux.range(1, 5)
                    .concatMap(id -> engine.execute(
                                    select(ORDERS.totalCents).from(ORDERS).where(ORDERS.id.eq((long) id)))
                            .one());

            StepVerifier.create(totals).expectNext(1000, 2500, 700, 0, 9900).verifyComplete();
            assertThat(engine.statementCache().misses()).isEqualTo(1);
            assertThat(engine.statementCache().hits()).isEqualTo(4);
        }

        record Revenue(String name, long orders, Long cents) {}

        @Test
        void readsRecordsFromAFoundJoin() {
            var revenue = select(CUSTOMERS.name, count(), sum(ORDERS.totalCents))
                    .as(Revenue::new)
                    .from(CUSTOMERS)
                    .join(ORDERS)
                    .groupBy(CUSTOMERS.name)
                    .orderBy(CUSTOMERS.name);

            StepVerifier.create(engine.execute(revenue).all())
                    .expectNext(new Revenue("Ada", 2, 3500L), new Revenue("Grace", 3, 10600L))
                    .verifyComplete();
        }

        @Test
        void matchesListsOfAnyLength() {
            var some = select(ORDERS.id)
                    .from(ORDERS)
                    .where(ORDERS.id.in(List.of(1L, 4L, 99L)))
                    .orderBy(ORDERS.id);
            var none = select(ORDERS.id).from(ORDERS).where(ORDERS.id.in(List.of()));

            StepVerifier.create(engine.execute(some).all()).expectNext(1L, 4L).verifyComplete();
            StepVerifier.create(engine.execute(none).all()).verifyComplete();
        }

        @Test
        void saysWhatANullIs() {
            var countries = select(CUSTOMERS.country).from(CUSTOMERS).orderBy(CUSTOMERS.id);
            var latest = select(max(ORDERS.totalCents).optional()).from(ORDERS).where(ORDERS.id.lt(0L));

            StepVerifier.create(engine.execute(countries).all())
                    .expectNext("GB", "US")
                    .verifyErrorSatisfies(
                            error -> assertThat(error)
                                    .isInstanceOf(NullResultException.class)
                                    .hasMessage(
                                            "customers.country is NULL, which a stream cannot hold; select it with .optional()"));
            StepVerifier.create(engine.execute(latest).one())
                    .expectNext(Optional.empty())
                    .verifyComplete();
        }

        @Test
        void countsTheRowsOfAChange() {
            record Person(String name, @Nullable String country) {}
            var people = List.of(new Person("Barbara", "US"), new Person("Niklaus", null));

            Mono<Long> inserted = engine.execute(insertInto(CUSTOMERS)
                            .rows(people, cell(CUSTOMERS.name, Person::name), cell(CUSTOMERS.country, Person::country)))
                    .rowCount();
            Mono<Long> updated = engine.execute(update(ORDERS)
                            .set(ORDERS.totalCents.to(ORDERS.totalCents.plus(1)))
                            .where(ORDERS.status.eq("paid")))
                    .rowCount();
            Mono<Long> deleted = engine.execute(deleteFrom(ORDERS).where(ORDERS.totalCents.eq(0)))
                    .rowCount();

            StepVerifier.create(Flux.concat(inserted, updated, deleted))
                    .expectNext(2L, 3L, 1L)
                    .verifyComplete();
        }

        @Test
        void doesNothingForAnInsertWithoutRows() {
            var nobody = insertInto(CUSTOMERS).rows(List.<String>of(), cell(CUSTOMERS.name, name -> name));

            StepVerifier.create(engine.execute(nobody).rowCount())
                    .expectNext(0L)
                    .verifyComplete();
            assertThat(statements).isEmpty();
        }

        @Test
        void refusesToChangeEveryRowUnlessAsked() {
            var all = deleteFrom(ORDERS);

            StepVerifier.create(engine.execute(all).rowCount())
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(StatementException.class)
                            .hasMessage("delete of orders has no where(…) and would change every row;"
                                    + " add a condition, or everyRow() if that is meant"));
            assertThat(statements).isEmpty();
            StepVerifier.create(engine.execute(all.everyRow()).rowCount())
                    .expectNext(5L)
                    .verifyComplete();
        }

        @Test
        void holdsWhatOnePromises() {
            var orders = select(ORDERS.id).from(ORDERS);

            StepVerifier.create(engine.execute(orders).one())
                    .verifyErrorMessage(
                            "one(): the query gave several rows, and one was expected; use first() or all()");
            StepVerifier.create(engine.execute(orders.where(ORDERS.id.lt(0L))).one())
                    .verifyErrorMessage("one(): the query gave no row, and one was expected; use oneOrEmpty()");
            StepVerifier.create(engine.execute(orders.where(ORDERS.id.lt(0L))).oneOrEmpty())
                    .verifyComplete();
        }

        @Test
        void namesTheStatementThatFailedWithoutItsValues() {
            var wrong = text("SELECT * FROM nowhere WHERE secret = :secret")
                    .bind("secret", "canary")
                    .returning(BIGINT);

            StepVerifier.create(engine.execute(wrong).all())
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(DatabaseException.class)
                            .hasMessageContaining("there is no such table")
                            .hasMessageContaining("FROM nowhere")
                            .hasMessageNotContaining("canary")
                            .hasNoCause());
        }

        @Test
        void givesTheConnectionBackWhenItIsCancelledOrUserCodeThrows() {
            var orders = select(ORDERS.id, ORDERS.totalCents).from(ORDERS).orderBy(ORDERS.id);
            var broken = select(ORDERS.id, ORDERS.totalCents)
                    .<Row>as((id, cents) -> {
                        throw new IllegalStateException("mine");
                    })
                    .from(ORDERS);

            StepVerifier.create(engine.execute(orders).all().take(2))
                    .expectNextCount(2)
                    .verifyComplete();
            StepVerifier.create(engine.execute(broken).all()).verifyErrorMessage("mine");
            assertThatNothingLeaked(engine);
        }

        /** The pool counted a connection twice when it was closed inside the very call that gave it back. */
        @Test
        void closesRightBehindTheLastStatement() {
            var dropped = new CopyOnWriteArrayList<Throwable>();
            Hooks.onErrorDropped(dropped::add);
            try {
                var engines = Stream.generate(() -> Engine.create(database.url()))
                        .limit(50)
                        .toList();
                var closing = Flux.fromIterable(engines)
                        .concatMap(brief -> brief.execute(select(count()).from(ORDERS))
                                .list()
                                .then(brief.close())
                                .then(brief.close()));

                StepVerifier.create(closing).verifyComplete();
                assertThat(dropped).isEmpty();
            } finally {
                Hooks.resetOnErrorDropped();
            }
        }

        /** A pool that cannot count so far would lose a connection each time it got one back. */
        @Test
        void takesTimesThatNoClockCanCount() {
            Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
            Engine patient = Engine.create(
                    database.url(),
                    options -> options.poolSize(1).recycleAfter(forever).poolTimeout(forever));
            Mono<Long> count = patient.with(options -> options.timeout(forever))
                    .execute(select(count()).from(ORDERS))
                    .one();

            StepVerifier.create(count.concatWith(count).concatWith(count))
                    .expectNext(5L, 5L, 5L)
                    .verifyComplete();
            patient.close().block(Duration.ofSeconds(10));
            StepVerifier.create(count)
                    .verifyErrorMessage("the engine is closed; run statements before close(), or make another");
        }

        @Test
        void comparesWithTheWidthOfTheColumn() {
            var wide = text("SELECT 3000000000").returning(INTEGER);

            StepVerifier.create(engine.execute(wide).one())
                    .verifyErrorSatisfies(error -> assertThat(error).hasMessageContaining("does not fit integer"));
        }
    }
}
