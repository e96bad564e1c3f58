package io.sluice.test.assertion;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractAssert;

/** What was sent to the database: how much, and whether a loop sent it. */
public final class StatementsAssert extends AbstractAssert<StatementsAssert, Statements> {

    StatementsAssert(Statements statements) {
        super(statements, StatementsAssert.class);
    }

    /** A budget: exactly so many statements. */
    public StatementsAssert hasSize(int expected) {
        List<String> sent = sent();
        if (sent.size() != expected) {
            throw failure(
                    "Expected %d statements, but %d were sent:%n%s", expected, sent.size(), String.join("\n", sent));
        }
        return this;
    }

    public StatementsAssert isEmpty() {
        return hasSize(0);
    }

    /** No text was sent twice: what one query per row would do. */
    public StatementsAssert hasNoRepeatedShape() {
        Set<String> seen = new HashSet<>();
        for (String sql : sent()) {
            if (!seen.add(sql)) {
                throw failure(
                        "Expected no statement to be sent twice, but this was; load what it reads in one query:%n%s",
                        sql);
            }
        }
        return this;
    }

    /** The texts, in the order in which the statements ended. */
    public StatementsAssert hasSql(String... expected) {
        if (!sent().equals(List.of(expected))) {
            throw failure(
                    "Expected to be sent:%n%s%nbut was:%n%s", String.join("\n", expected), String.join("\n", sent()));
        }
        return this;
    }

    private List<String> sent() {
        isNotNull();
        return actual.sql();
    }
}
