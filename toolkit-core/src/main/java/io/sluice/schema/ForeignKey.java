package io.sluice.schema;

import io.sluice.sql.Reference;
import io.sluice.sql.StatementException;
import java.util.List;
import java.util.function.Supplier;

/** Columns that together hold the key of another table's row; the target is looked up late. */
public record ForeignKey(List<Column<?>> columns, Supplier<List<Column<?>>> target) {

    Reference resolve() {
        List<Column<?>> keys = target.get();
        if (keys.size() != columns.size() || keys.isEmpty()) {
            throw new StatementException("foreign key %s: it has %d columns and its target %d; they must pair up"
                    .formatted(columns, columns.size(), keys.size()));
        }
        Table owner = keys.get(0).table();
        return new Reference(names(columns), owner.tableName().identity(), names(keys));
    }

    private static List<String> names(List<Column<?>> columns) {
        return columns.stream().<String>map(Column::name).toList();
    }
}
