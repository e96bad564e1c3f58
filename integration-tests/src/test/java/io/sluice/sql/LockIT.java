package io.sluice.sql;

import static io.sluice.shop.Customers.CUSTOMERS;
import static io.sluice.shop.Orders.ORDERS;
import static io.sluice.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.sluice.Dialects;
import io.sluice.dialect.Dialect;
import io.sluice.engine.DatabaseException;
import io.sluice.engine.Engine;
import io.sluice.test.database.Template;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What one transaction's locks are to another connection. */
@Timeout(60)
class LockIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Template TEMPLATE = Template.of(
            "CREATE TABLE customers (id BIGINT PRIMARY KEY)",
            "CREATE TABLE orders (id BIGINT PRIMARY KEY, customer_id BIGINT NOT NULL REFERENCES customers (id))",
            "INSERT INTO customers VALUES (1)",
            "INSERT INTO orders VALUES (1, 1), (2, 1), (3, 1), (4, 1), (5, 1)");
    private static final Select<Long> IDS = select(ORDERS.id).from(ORDERS).orderBy(ORDERS.id);
    private static final Select<Long> FIRST = IDS.where(ORDERS.id.eq(1L));

    @Nested
    class OnPostgresql extends Cases {
        OnPostgresql() {
            super(TestServer.POSTGRESQL, Dialects.POSTGRESQL, "55P03");
        }

        /** A new order needs its customer's key, which such a lock leaves alone. */
        @Test
        void letsKeysBeReadUnderALockOfTheRest() {
            var customer = select(CUSTOMERS.id).from(CUSTOMERS).where(CUSTOMERS.id.eq(1L));
            hold(customer.forNoKeyUpdate());

            assertThat(list(customer.forKeyShare().noWait())).containsExactly(1L);
            assertHeld(customer.forShare().noWait());
        }

        @Test
        void locksSomeSourcesOnly() {
            var both = select(ORDERS.id).from(ORDERS).join(CUSTOMERS).where(ORDERS.id.eq(1L));
            hold(both.forUpdate().of(CUSTOMERS));

            assertThat(list(FIRST.forUpdate().noWait())).containsExactly(1L);
            assertHeld(both.forUpdate().of(CUSTOMERS).noWait());
        }

        @Test
        void sharesWithOthersWhoShare() {
            sharing();
        }
    }

    @Nested
    class OnMariadb extends Cases {
        OnMariadb() {
            super(TestServer.MARIADB, Dialects.MARIADB, "HY000");
        }

        @Test
        void sharesWithOthersWhoShare() {
            sharing();
        }
    }

    @Nested
    class OnH2 extends Cases {
        OnH2() {
            super(TestServer.H2, Dialects.H2, "HYT00");
        }
    }

    /** What must hold on every database. */
    abstract static class Cases {
        private final TestServer server;
        private final Dialect dialect;
        private final String heldElsewhere;
        private @Nullable TestDatabase database;
        private @Nullable Engine engine;
        private @Nullable Connection holder;

        Cases(TestServer server, Dialect dialect, String heldElsewhere) {
            this.server = server;
            this.dialect = dialect;
            this.heldElsewhere = heldElsewhere;
        }

        @BeforeEach
        void open() {
            TestDatabase opened = server.database(TEMPLATE);
            database = opened;
            engine = Engine.create(opened.url());
            Connection connection =
                    wait(Mono.from(ConnectionFactories.get(opened.options()).create()));
            holder = connection;
            Mono.from(connection.beginTransaction()).block(PATIENCE);
        }

        @AfterEach
        void close() {
            Mono.from(holder().close()).block(PATIENCE);
            engine().close().block(PATIENCE);
            Objects.requireNonNull(database, "opened before each test").close();
        }

        @Test
        void leavesOutWhatIsLocked() {
            hold(FIRST.forUpdate());

            assertThat(list(IDS.forUpdate().skipLocked())).containsExactly(2L, 3L, 4L, 5L);
        }

        @Test
        void failsAtOnceForWhatIsLocked() {
            hold(FIRST.forUpdate());

            assertHeld(FIRST.forUpdate().noWait());
            assertThat(list(FIRST)).as("read without a lock").containsExactly(1L);
            Mono.from(holder().rollbackTransaction()).block(PATIENCE);
            assertThat(list(FIRST.forUpdate().noWait())).containsExactly(1L);
        }

        void sharing() {
            hold(FIRST.forShare());

            assertThat(list(FIRST.forShare().noWait())).containsExactly(1L);
            assertThat(list(IDS.forUpdate().skipLocked())).containsExactly(2L, 3L, 4L, 5L);
            assertHeld(FIRST.forUpdate().noWait());
        }

        void assertHeld(Query<?> query) {
            assertThatExceptionOfType(DatabaseException.class)
                    .isThrownBy(() -> list(query))
                    .satisfies(error -> assertThat(error.sqlState()).isEqualTo(heldElsewhere));
        }

        /** In the transaction of a connection that is not the engine's. */
        void hold(Query<Long> query) {
            SqlText sql = query.sql(dialect);
            Statement statement = holder().createStatement(sql.text());
            for (int i = 0; i < sql.parameters().size(); i++) {
                statement.bind(i, Objects.requireNonNull(sql.parameters().get(i), "no NULL here"));
            }
            List<Long> held = wait(Flux.<Result>from(statement.execute())
                    .concatMap(result -> result.map((row, metadata) -> Objects.requireNonNull(row.get(0, Long.class))))
                    .collectList());
            assertThat(held).containsExactly(1L);
        }

        <R> List<R> list(Query<R> query) {
            return wait(engine().execute(query).list());
        }

        private Engine engine() {
            return Objects.requireNonNull(engine, "opened before each test");
        }

        private Connection holder() {
            return Objects.requireNonNull(holder, "opened before each test");
        }

        private static <T> T wait(Mono<T> mono) {
            return Objects.requireNonNull(mono.block(PATIENCE), "there is a result");
        }
    }
}
