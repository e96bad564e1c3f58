package io.sluice.schema;

import io.sluice.sql.tree.ObjectName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table, with what declared it.
 *
 * @param name what it is called, before a database cuts it off; null for one that has no name
 * @param columns those that it is over; none for a check, whose condition says more
 */
public record DeclaredConstraint(
        Table table, Kind kind, @Nullable ObjectName name, List<Column<?>> columns, Constraint declaration) {

    /** What rows must keep to. */
    public enum Kind {
        PRIMARY_KEY,
        /** A unique key, or an index of which each entry is there once. */
        UNIQUE,
        FOREIGN_KEY,
        CHECK,
        NOT_NULL
    }

    @Override
    public String toString() {
        return "%s %s of %s".formatted(kind, name == null ? columns : name.text(), table);
    }
}
