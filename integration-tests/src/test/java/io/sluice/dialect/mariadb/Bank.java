package io.sluice.dialect.mariadb;

import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.BOOLEAN;
import static io.sluice.type.SqlTypes.DATE;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.TIMESTAMP;
import static io.sluice.type.SqlTypes.TIMESTAMPTZ;
import static io.sluice.type.SqlTypes.varchar;

import io.sluice.engine.Engine;
import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import io.sluice.sql.Command;
import io.sluice.sql.Query;
import io.sluice.sql.Selectable;
import io.sluice.sql.Sql;
import io.sluice.test.database.Template;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** A small bank on a real MariaDB: three accounts, and four transfers of which one belongs to nobody. */
final class Bank implements AutoCloseable {
    static final Accounts ACCOUNTS = new Accounts(TableName.of("accounts"));
    static final Transfers TRANSFERS = new Transfers(TableName.of("transfers"));

    private static final Template FILLED = Template.of("""
            CREATE TABLE accounts (id bigint PRIMARY KEY AUTO_INCREMENT, owner varchar(80) NOT NULL DEFAULT 'nobody' UNIQUE,
                cents integer NOT NULL DEFAULT 0, `open` boolean NOT NULL DEFAULT TRUE, since date)
            CHARACTER SET utf8mb4""", """
            CREATE TABLE transfers (id bigint PRIMARY KEY, account_id bigint NOT NULL, cents integer NOT NULL,
                at timestamp(6) NOT NULL DEFAULT '2024-01-01 00:00:00', booked datetime(6))
            """, """
            INSERT INTO accounts VALUES (1, 'Ada', 700, TRUE, '2024-01-31'), (2, 'bob', -700, FALSE, NULL),
                (3, '50%\\\\o', 5, TRUE, '2023-05-17')
            """, """
            INSERT INTO transfers (id, account_id, cents, booked) VALUES (10, 1, 100, '2024-05-17 10:11:12.5'), (11, 1, 250, '2024-12-31 23:59:59.999999'),
                (12, 2, 100, NULL), (13, 99, 1, '2023-01-01 00:00:00')
            """);

    private final TestDatabase database = TestServer.MARIADB.database(FILLED);
    private final Engine engine;

    Bank(String urlOptions) {
        engine = Engine.create(database.url() + urlOptions);
    }

    <R> List<R> rows(Query<R> query) {
        return engine.execute(query).list().blockOptional().orElseThrow();
    }

    <R> R one(Query<R> query) {
        return engine.execute(query).one().blockOptional().orElseThrow();
    }

    /** What an expression is without any row. */
    <T> T valueOf(Selectable<T> expression) {
        return one(Sql.select(expression));
    }

    long run(Command command) {
        return engine.execute(command)
                .rowCount()
                .blockOptional(Duration.ofSeconds(30))
                .orElseThrow();
    }

    Optional<Integer> centsOf(String owner) {
        return rows(Sql.select(ACCOUNTS.cents).from(ACCOUNTS).where(ACCOUNTS.owner.eq(owner))).stream()
                .findFirst();
    }

    @Override
    public void close() {
        engine.close().block();
        database.close();
    }

    static final class Accounts extends Table {
        final Column<Long> id = column("id", BIGINT, primaryKey());
        final Column<String> owner = column("owner", varchar(80), notNull());
        final Column<Integer> cents = column("cents", INTEGER, notNull());
        final Column<Boolean> open = column("open", BOOLEAN, notNull());
        final Column<LocalDate> since = column("since", DATE);

        private Accounts(TableName name) {
            super(name);
        }

        @Override
        public Accounts as(String alias) {
            return new Accounts(tableName().as(alias));
        }
    }

    static final class Transfers extends Table {
        final Column<Long> id = column("id", BIGINT, primaryKey());
        final Column<Long> accountId = column("account_id", BIGINT, notNull());
        final Column<Integer> cents = column("cents", INTEGER, notNull());
        final Column<Instant> at = column("at", TIMESTAMPTZ, notNull());
        final Column<LocalDateTime> booked = column("booked", TIMESTAMP);

        private Transfers(TableName name) {
            super(name);
        }
    }
}
