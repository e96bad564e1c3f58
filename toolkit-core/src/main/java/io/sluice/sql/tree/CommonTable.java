package io.sluice.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query of WITH under its name; {@code materialized} is what the user asked of the planner, if anything. */
public record CommonTable(
        String name,
        List<String> columns,
        StatementNode query,
        boolean isRecursive,
        @Nullable Boolean materialized) {}
