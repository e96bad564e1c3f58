package io.sluice.sql.tree;

import org.jspecify.annotations.Nullable;

/** What stands before the dot of a column: an alias, or a table's name with its schema. */
public record Qualifier(@Nullable String schema, String name) {

    public static Qualifier alias(String alias) {
        return new Qualifier(null, alias);
    }
}
