package io.sluice.schema;

import io.sluice.schema.ColumnOption.Flag;
import io.sluice.schema.ColumnOption.Trait;
import io.sluice.sql.StatementException;
import io.sluice.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column before it belongs to a table: its name, its type unless it is its target's, and what else was said of it. */
public record ColumnDefinition<T>(String name, @Nullable SqlType<T> type, List<ColumnOption<T>> options) {

    static <T> ColumnDefinition<T> of(String name, @Nullable SqlType<T> type, List<ColumnOption<T>> options) {
        TableName.requireName(name, "a column's name");
        if (type == null) {
            throw new StatementException(
                    "column %s has no type: a constant declared below the table's own is still null here; declare it above, or in a class of its own"
                            .formatted(name));
        }
        return new ColumnDefinition<>(name, type, options);
    }

    static <T> ColumnDefinition<T> of(String name, References<T> references, List<ColumnOption<T>> options) {
        TableName.requireName(name, "a column's name");
        List<ColumnOption<T>> all = new java.util.ArrayList<>(options);
        all.add(references);
        return new ColumnDefinition<>(name, null, List.copyOf(all));
    }

    boolean has(Trait trait) {
        return options.stream().anyMatch(option -> option instanceof Flag<T> flag && flag.trait() == trait);
    }

    @Nullable
    References<T> references() {
        for (ColumnOption<T> option : options) {
            if (option instanceof References<T> references) {
                return references;
            }
        }
        return null;
    }
}
