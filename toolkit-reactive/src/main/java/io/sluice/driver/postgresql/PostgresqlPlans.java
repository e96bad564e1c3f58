package io.sluice.driver.postgresql;

import io.sluice.engine.JsonTree;
import io.sluice.engine.PlanNode;
import io.sluice.engine.Plans;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** {@code EXPLAIN (FORMAT JSON)}. */
final class PostgresqlPlans implements Plans {

    @Override
    public String explain(String sql) {
        return "EXPLAIN (FORMAT JSON) " + sql;
    }

    @Override
    public String analyze(String sql) {
        return "EXPLAIN (ANALYZE, FORMAT JSON) " + sql;
    }

    @Override
    public SqlType<?> type() {
        return SqlTypes.JSON;
    }

    @Override
    public @Nullable PlanNode read(String answer) {
        return JsonTree.parse(answer) instanceof List<?> plans
                        && !plans.isEmpty()
                        && plans.get(0) instanceof Map<?, ?> first
                        && first.get("Plan") instanceof Map<?, ?> plan
                ? node(plan)
                : null;
    }

    private static PlanNode node(Map<?, ?> step) {
        OptionalDouble loops = number(step, "Actual Loops");
        OptionalDouble time = number(step, "Actual Total Time");
        List<?> plans = step.get("Plans") instanceof List<?> list ? list : List.of();
        return new PlanNode(
                operation(step),
                relation(step),
                number(step, "Plan Rows"),
                number(step, "Total Cost"),
                times(number(step, "Actual Rows"), loops),
                time.isEmpty()
                        ? null
                        : Duration.ofNanos((long) (times(time, loops).orElse(0) * 1e6)),
                plans.stream()
                        .filter(Map.class::isInstance)
                        .map(plan -> node((Map<?, ?>) plan))
                        .toList());
    }

    /** A step that changes is called by what it does. */
    private static String operation(Map<?, ?> step) {
        return step.get("Operation") instanceof String change ? change : String.valueOf(step.get("Node Type"));
    }

    private static @Nullable String relation(Map<?, ?> step) {
        Object name = step.get("Relation Name");
        for (String other : List.of("CTE Name", "Function Name", "Index Name")) {
            name = name != null ? name : step.get(other);
        }
        return name == null ? null : name.toString();
    }

    /** It tells the mean of all runs of a step. */
    private static OptionalDouble times(OptionalDouble mean, OptionalDouble loops) {
        return mean.isEmpty() ? mean : OptionalDouble.of(mean.getAsDouble() * loops.orElse(1));
    }

    private static OptionalDouble number(Map<?, ?> step, String name) {
        return step.get(name) instanceof Double value ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
