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
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.Dialects;
import io.sluice.dialect.Dialect;
import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import io.sluice.sql.SqlText;
import io.sluice.sql.Statement;
import io.sluice.sql.StatementException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Tables to say statements about, and how to say what becomes of them. */
public final class Bank {
    public static final Accounts ACCOUNTS = new Accounts(TableName.of("accounts"));
    public static final Transfers TRANSFERS = new Transfers(TableName.of("transfers"));

    private Bank() {}

    public static final class Accounts extends Table {
        public final Column<Long> id = column("id", BIGINT, primaryKey());
        public final Column<String> owner = column("owner", varchar(80), notNull());
        public final Column<Integer> cents = column("cents", INTEGER, notNull());
        public final Column<Boolean> open = column("open", BOOLEAN, notNull());
        public final Column<LocalDate> since = column("since", DATE);

        private Accounts(TableName name) {
            super(name);
        }

        @Override
        public Accounts as(String alias) {
            return new Accounts(tableName().as(alias));
        }
    }

    public static final class Transfers extends Table {
        public final Column<Long> id = column("id", BIGINT, primaryKey());
        public final Column<Long> accountId = column("account_id", BIGINT, notNull());
        public final Column<Integer> cents = column("cents", INTEGER, notNull());
        public final Column<Instant> at = column("at", TIMESTAMPTZ, notNull());
        public final Column<LocalDateTime> booked = column("booked", TIMESTAMP);

        private Transfers(TableName name) {
            super(name);
        }
    }

    static void assertMariadb(Statement statement, String text, @Nullable Object... parameters) {
        assertSql(Dialects.MARIADB, statement, text, parameters);
    }

    static void assertMariadbRefuses(Statement statement, String message) {
        assertRefused(Dialects.MARIADB, statement, message);
    }

    public static void assertSql(Dialect dialect, Statement statement, String text, @Nullable Object... parameters) {
        SqlText sql = statement.sql(dialect);
        assertThat(sql.text()).isEqualTo(text);
        assertThat(sql.parameters()).isEqualTo(Arrays.asList(parameters));
    }

    public static void assertRefused(Dialect dialect, Statement statement, String message) {
        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> statement.sql(dialect))
                .withMessage(message);
    }
}
