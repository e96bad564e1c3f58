package io.sluice.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names that a database tells of a constraint that does not hold; none of them is a value.
 *
 * @param schema of the table
 * @param columns those that the constraint is over, in its order
 */
public record Violated(
        @Nullable String constraint,
        @Nullable String schema,
        @Nullable String table,
        List<String> columns) {

    /** What a primary key is called where none has a name of its own. */
    public static final String PRIMARY_KEY = "PRIMARY";

    /** Nothing is told. */
    public static final Violated UNKNOWN = new Violated(null, null, null, List.of());

    /** For a message: what is known, after a comma. */
    String told() {
        var told = new StringBuilder();
        if (constraint != null) {
            told.append(", constraint ").append(constraint);
        }
        if (table != null) {
            told.append(", table ").append(table);
        }
        if (!columns.isEmpty()) {
            told.append(columns.size() == 1 ? ", column " : ", columns ").append(String.join(", ", columns));
        }
        return told.toString();
    }
}
