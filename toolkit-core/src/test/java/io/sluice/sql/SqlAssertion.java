package io.sluice.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.Dialects;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** The whole text of a statement and its parameters, in one breath. */
final class SqlAssertion {

    private SqlAssertion() {}

    static void assertPostgresql(Statement statement, String text, @Nullable Object... parameters) {
        assertSql(statement.sql(Dialects.POSTGRESQL), text, parameters);
    }

    static void assertH2(Statement statement, String text, @Nullable Object... parameters) {
        assertSql(statement.sql(Dialects.H2), text, parameters);
    }

    /** An expression alone, as what a SELECT selects. */
    static void assertExpression(Expression<?> expression, String text, @Nullable Object... parameters) {
        assertPostgresql(Sql.select(expression), "SELECT " + text, parameters);
    }

    static void assertRefused(ThrowingCallable builds, String message) {
        assertThatExceptionOfType(StatementException.class).isThrownBy(builds).withMessage(message);
    }

    /** The null that a careless caller brings. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // it lies about its type on purpose
    static <T> T absent() {
        return null;
    }

    private static void assertSql(SqlText sql, String text, @Nullable Object... parameters) {
        assertThat(sql.text()).isEqualTo(text);
        assertThat(sql.parameters()).usingRecursiveComparison().isEqualTo(Arrays.asList(parameters));
    }
}
