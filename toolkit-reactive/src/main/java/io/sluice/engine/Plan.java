package io.sluice.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a database would run a statement, or has run it. */
public final class Plan {
    private final String text;
    private final @Nullable PlanNode tree;

    Plan(String text, @Nullable PlanNode tree) {
        this.text = text;
        this.tree = tree;
    }

    /** What the database answered: JSON on PostgreSQL and MariaDB, SQL with remarks on H2. It quotes values. */
    public String text() {
        return text;
    }

    /** Step by step; nothing on H2, which gives its plans no structure. */
    public Optional<PlanNode> tree() {
        return Optional.ofNullable(tree);
    }

    /** The steps alone: what the database answered quotes values, which stay out of logs. */
    @Override
    public String toString() {
        return tree == null ? "Plan[%d characters]".formatted(text.length()) : tree.toString();
    }
}
