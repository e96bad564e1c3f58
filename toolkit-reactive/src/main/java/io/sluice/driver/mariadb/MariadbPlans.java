package io.sluice.driver.mariadb;

import io.sluice.engine.JsonTree;
import io.sluice.engine.PlanNode;
import io.sluice.engine.Plans;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** {@code EXPLAIN FORMAT=JSON}: an object is a step under its name, and what is inside it a step before it. */
final class MariadbPlans implements Plans {

    /** Begins the names of what was measured, which are no steps though some are objects. */
    private static final String MEASURED = "r_";

    @Override
    public String explain(String sql) {
        return "EXPLAIN FORMAT=JSON " + sql;
    }

    @Override
    public String analyze(String sql) {
        return "ANALYZE FORMAT=JSON " + sql;
    }

    @Override
    public SqlType<?> type() {
        return SqlTypes.TEXT;
    }

    @Override
    public @Nullable PlanNode read(String answer) {
        return JsonTree.parse(answer) instanceof Map<?, ?> plan && plan.get("query_block") instanceof Map<?, ?> block
                ? node("query_block", block)
                : null;
    }

    private static PlanNode node(String name, Map<?, ?> step) {
        OptionalDouble loops = number(step, "r_loops");
        OptionalDouble rows = number(step, "r_rows");
        OptionalDouble time = number(step, step.containsKey("table_name") ? "r_table_time_ms" : "r_total_time_ms");
        List<PlanNode> children = new ArrayList<>();
        step.forEach((key, value) -> gather(String.valueOf(key), value, children));
        children.removeIf(child -> child.operation().startsWith(MEASURED));
        return new PlanNode(
                step.get("access_type") instanceof String access ? access : name,
                step.get("table_name") instanceof String table ? table : null,
                number(step, "rows"),
                number(step, "cost"),
                rows.isEmpty() ? rows : OptionalDouble.of(rows.getAsDouble() * loops.orElse(1)),
                time.isEmpty() ? null : Duration.ofNanos((long) (time.getAsDouble() * 1e6)),
                children);
    }

    /** Lists, and objects that say nothing themselves, are no steps. */
    private static void gather(String name, @Nullable Object value, List<PlanNode> steps) {
        if (value instanceof List<?> list) {
            list.forEach(element -> gather(name, element, steps));
        } else if (value instanceof Map<?, ?> step) {
            boolean saysNothing = step.values().stream().allMatch(part -> part instanceof Map);
            if (saysNothing) {
                step.forEach((key, part) -> gather(String.valueOf(key), part, steps));
            } else {
                steps.add(node(name, step));
            }
        }
    }

    private static OptionalDouble number(Map<?, ?> step, String name) {
        return step.get(name) instanceof Double value ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
