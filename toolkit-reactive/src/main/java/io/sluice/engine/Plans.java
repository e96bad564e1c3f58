package io.sluice.engine;

import io.sluice.type.SqlType;
import org.jspecify.annotations.Nullable;

/** How a database says how it runs statements. */
public interface Plans {

    /** Asks for the plan of a statement that is not run. */
    String explain(String sql);

    /** Asks for the plan of a statement, and runs it to measure its steps. */
    String analyze(String sql);

    /** The type of the answer's one column. */
    SqlType<?> type();

    /** The steps, if the answer has such a structure. */
    @Nullable
    PlanNode read(String answer);
}
