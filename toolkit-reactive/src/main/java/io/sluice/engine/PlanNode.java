package io.sluice.engine;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A step of a database's plan, after the steps that it takes its rows from.
 *
 * @param operation in the database's own words, such as {@code Index Scan}
 * @param relation the table or index that is read or changed
 * @param cost in units of the database's own
 * @param actualRows of all runs of the step together, if the statement was run
 * @param actualTime of all runs of the step together, if the statement was run
 */
public record PlanNode(
        String operation,
        @Nullable String relation,
        OptionalDouble estimatedRows,
        OptionalDouble cost,
        OptionalDouble actualRows,
        @Nullable Duration actualTime,
        List<PlanNode> children) {

    public PlanNode {
        children = List.copyOf(children);
    }

    /** Indented, a line for each step. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        append(text, 0);
        return text.toString();
    }

    private void append(StringBuilder text, int depth) {
        text.append("  ".repeat(depth)).append(operation);
        if (relation != null) {
            text.append(" on ").append(relation);
        }
        estimatedRows.ifPresent(rows -> text.append(", about %.0f rows".formatted(rows)));
        cost.ifPresent(units -> text.append(", cost %.2f".formatted(units)));
        actualRows.ifPresent(rows -> text.append(", in fact %.0f rows".formatted(rows)));
        if (actualTime != null) {
            text.append(" in %.3f ms".formatted(actualTime.toNanos() / 1e6));
        }
        for (PlanNode child : children) {
            child.append(text.append('\n'), depth + 1);
        }
    }
}
