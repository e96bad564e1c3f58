package io.sluice.engine;

import org.jspecify.annotations.Nullable;

/** The names that a database tells of a constraint that does not hold; none of them is a value. */
public record Violated(
        @Nullable String constraint,
        @Nullable String table,
        @Nullable String column) {

    /** Nothing is told. */
    public static final Violated UNKNOWN = new Violated(null, null, null);

    /** For a message: what is known, after a comma. */
    String told() {
        var told = new StringBuilder();
        if (constraint != null) {
            told.append(", constraint ").append(constraint);
        }
        if (table != null) {
            told.append(", table ").append(table);
        }
        if (column != null) {
            told.append(", column ").append(column);
        }
        return told.toString();
    }
}
