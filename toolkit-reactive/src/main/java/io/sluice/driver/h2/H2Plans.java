package io.sluice.driver.h2;

import io.sluice.engine.PlanNode;
import io.sluice.engine.Plans;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** H2 answers with the statement as it understands it, and remarks in it: there is no tree in that. */
final class H2Plans implements Plans {

    @Override
    public String explain(String sql) {
        return "EXPLAIN " + sql;
    }

    @Override
    public String analyze(String sql) {
        return "EXPLAIN ANALYZE " + sql;
    }

    @Override
    public SqlType<?> type() {
        return SqlTypes.TEXT;
    }

    @Override
    public @Nullable PlanNode read(String answer) {
        return null;
    }
}
