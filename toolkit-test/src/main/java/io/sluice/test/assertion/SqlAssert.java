package io.sluice.test.assertion;

import io.sluice.Dialects;
import io.sluice.dialect.Dialect;
import io.sluice.sql.SqlText;
import io.sluice.sql.Statement;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** Compares whole statements: a text that is right in part is wrong. */
public final class SqlAssert extends AbstractAssert<SqlAssert, Statement> {
    private @Nullable SqlText last;

    SqlAssert(Statement statement) {
        super(statement, SqlAssert.class);
    }

    public SqlAssert onPostgresql(String sql) {
        return on(Dialects.POSTGRESQL, sql);
    }

    public SqlAssert onH2(String sql) {
        return on(Dialects.H2, sql);
    }

    public SqlAssert onMariadb(String sql) {
        return on(Dialects.MARIADB, sql);
    }

    /** Compares the text for any dialect. */
    public SqlAssert on(Dialect dialect, String sql) {
        isNotNull();
        last = actual.sql(dialect);
        Assertions.assertThat(last.text()).as(dialect.name()).isEqualTo(sql);
        return this;
    }

    /** Compares the values that go with the text just named, in the order of its placeholders. */
    public SqlAssert withParameters(@Nullable Object... values) {
        if (last == null) {
            throw new IllegalStateException(
                    "withParameters(…) belongs after the SQL of a dialect, such as onPostgresql(…)");
        }
        Assertions.assertThat(last.parameters()).as("parameters").isEqualTo(java.util.Arrays.asList(values));
        return this;
    }

    public SqlAssert withoutParameters() {
        return withParameters();
    }
}
