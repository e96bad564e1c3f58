package io.sluice.sql.tree;

import io.sluice.type.SqlType;
import org.jspecify.annotations.Nullable;

/** A term of ORDER BY. Without {@code nullsFirst} the database decides where NULL stands. */
public record SortKey(
        Expr by,
        SqlType<?> type,
        boolean isDescending,
        @Nullable Boolean nullsFirst) {}
