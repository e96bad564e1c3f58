package io.sluice.engine;

import static io.sluice.sql.Sql.text;
import static io.sluice.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcBadGrammarException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.sluice.schema.Columns;
import io.sluice.schema.Table;
import io.sluice.sql.Command;
import io.sluice.sql.Query;
import io.sluice.sql.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Something happens at every single signal of the driver, in every operation: the subscriber leaves, the driver fails, the
 * driver throws. Afterwards nothing is on loan, nothing is open, and the next statement runs.
 */
class EverySignalTest {
    private static final Table NUMBERS = Table.named("numbers", Columns.column("n", INTEGER));
    private static final Query<Integer> QUERY = text("SELECT n FROM numbers").returning(INTEGER);
    private static final Query<?> SELECT =
            Sql.select(NUMBERS.column("n", Integer.class)).from(NUMBERS);
    private static final Command CHANGE = text("DELETE FROM numbers");

    /** What happens just before a signal. */
    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    enum Disturbance {
        CANCEL(operation -> operation.cancel()),
        REFUSAL(operation -> {
            throw new R2dbcBadGrammarException("no", "42601");
        }),
        LOSS(operation -> {
            throw new R2dbcNonTransientResourceException("gone", "08006");
        }),
        BUG(operation -> {
            throw new IllegalStateException("a bug of the driver");
        }),
        FATAL(operation -> {
            throw new NoClassDefFoundError("a class of the driver");
        });

        @SuppressWarnings("ImmutableEnumChecker") // none captures anything
        private final java.util.function.Consumer<BaseSubscriber<Object>> happens;

        Disturbance(java.util.function.Consumer<BaseSubscriber<Object>> happens) {
            this.happens = happens;
        }
    }

    private record Operation(String name, Function<Engine, ? extends Flux<?>> run) {}

    private static final List<Operation> OPERATIONS = List.of(
            new Operation("list", engine -> engine.execute(QUERY).list().flux()),
            new Operation("first", engine -> engine.execute(QUERY).first().flux()),
            new Operation("all", engine -> engine.execute(QUERY).all()),
            new Operation(
                    "all, taken in part", engine -> engine.execute(QUERY).all().take(2)),
            new Operation(
                    "partitions, taken in part",
                    engine -> engine.execute(QUERY).partitions(1).take(2)),
            new Operation("count", engine -> engine.execute(SELECT).count().flux()),
            new Operation(
                    "rowCount", engine -> engine.execute(CHANGE).rowCount().flux()),
            new Operation(
                    "done",
                    engine -> engine.execute(CHANGE).done().cast(Object.class).flux()),
            new Operation(
                    "inTransaction",
                    engine -> engine.inTransaction(tx -> tx.execute(CHANGE)
                                    .rowCount()
                                    .then(tx.execute(QUERY).list()))
                            .flux()),
            new Operation(
                    "nested",
                    engine -> engine.inTransaction(tx -> tx.execute(CHANGE)
                                    .rowCount()
                                    .then(tx.nested(part -> part.execute(QUERY).list()))
                                    .then(tx.execute(CHANGE).rowCount()))
                            .flux()),
            new Operation(
                    "nested, which fails",
                    engine -> engine.inTransaction(tx -> tx.nested(part -> part.execute(CHANGE)
                                            .rowCount()
                                            .then(Mono.<Long>error(new IllegalStateException("mine"))))
                                    .onErrorReturn(IllegalStateException.class, 0L)
                                    .then(tx.execute(CHANGE).rowCount()))
                            .flux()),
            new Operation(
                    "streamInTransaction",
                    engine ->
                            engine.streamInTransaction(tx -> tx.execute(SELECT).all())),
            new Operation(
                    "streamInTransaction, taken in part",
                    engine -> engine.streamInTransaction(tx -> tx.execute(SELECT)
                            .all()
                            .take(2)
                            .concatMap(n -> tx.execute(QUERY).list()))),
            new Operation(
                    "connect",
                    engine -> engine.connect(conn -> conn.execute(CHANGE)
                                    .rowCount()
                                    .then(conn.commit())
                                    .then(conn.execute(CHANGE).rowCount())
                                    .then(conn.rollback())
                                    .then(conn.execute(QUERY).list()))
                            .flux()));

    @TestFactory
    Stream<DynamicTest> leavesNothingBehind() {
        return OPERATIONS.stream()
                .flatMap(operation -> Stream.of(Disturbance.values())
                        .flatMap(disturbance -> signalsOf(operation).stream()
                                .map(index -> DynamicTest.dynamicTest(
                                        "%s: %s at %d".formatted(operation.name(), disturbance, index),
                                        () -> new Try(operation, disturbance, index).run()))));
    }

    private static List<Integer> signalsOf(Operation operation) {
        List<Integer> signals = new ArrayList<>();
        Engine engine = new DriverDouble(signal -> signals.add(signals.size())).engine(UnaryOperator.identity());
        operation.run().apply(engine).blockLast(Duration.ofSeconds(5));
        return signals;
    }

    /** One operation with one disturbance, and a look at what is left. */
    private static final class Try {
        private final Operation operation;
        private final Disturbance disturbance;
        private final int index;
        private final BaseSubscriber<Object> subscriber = new BaseSubscriber<>() {
            @Override
            protected void hookOnError(Throwable error) {}
        };
        private int seen;
        private boolean happened;

        private Try(Operation operation, Disturbance disturbance, int index) {
            this.operation = operation;
            this.disturbance = disturbance;
            this.index = index;
        }

        private void about(String signal) {
            if (seen++ == index && !happened) {
                happened = true;
                disturbance.happens.accept(subscriber);
            }
        }

        void run() {
            var driver = new DriverDouble(this::about);
            Engine engine = driver.engine(options -> options.poolSize(1));
            try {
                operation.run().apply(engine).cast(Object.class).subscribe(subscriber);
            } catch (LinkageError | CancellationException thrown) {
                assertThat(disturbance).isEqualTo(Disturbance.FATAL);
            }

            assertThat(happened).as("the disturbance happened").isTrue();
            assertThat(engine.execute(QUERY).list().block(Duration.ofSeconds(8)))
                    .containsExactly(1, 2, 3);
            assertThat(engine.poolStatus().leased()).as("on loan").isZero();
            assertThat(engine.leases()).isEmpty();
            assertThat(driver.openTransactions()).as("open transactions").isZero();
            engine.close().block(Duration.ofSeconds(5));
        }
    }
}
