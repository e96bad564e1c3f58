package io.sluice.test.assertion;

import io.sluice.engine.Engine;
import io.sluice.sql.Statement;

/** Where assertions begin, made for a static import beside AssertJ's own. */
public final class SqlAssertions {

    private SqlAssertions() {}

    /**
     * Says what a statement's SQL is.
     *
     * <pre>{@code
     * assertThatSql(byName)
     *         .onPostgresql("SELECT users.id FROM users WHERE users.name = $1")
     *         .withParameters("Ada");
     * }</pre>
     */
    public static SqlAssert assertThatSql(Statement statement) {
        return new SqlAssert(statement);
    }

    /** Says what was sent to the database. */
    public static StatementsAssert assertThat(Statements statements) {
        return new StatementsAssert(statements);
    }

    /** Says that an engine has every connection back, and that none of them is left in a transaction. */
    public static void assertThatNothingLeaked(Engine engine) {
        Leaks.requireNone(engine);
    }
}
