package io.sluice.sql.tree;

import io.sluice.type.SqlType;
import org.jspecify.annotations.Nullable;

/** A column as CREATE TABLE says it. */
public record ColumnNode(
        String name,
        SqlType<?> type,
        boolean isNotNull,
        @Nullable Origin origin,
        @Nullable String collation,
        @Nullable String comment) {

    /** Where its value comes from if nobody gives one. */
    public sealed interface Origin {}

    /** A number that the database counts up; {@code isAlways} where nobody else may give it. */
    public record Identity(boolean isAlways) implements Origin {}

    /** DEFAULT. */
    public record ServerDefault(Expr value) implements Origin {}

    /** Computed from the row, when it is written if it is stored, else when it is read. */
    public record Computed(Expr value, boolean isStored) implements Origin {}
}
