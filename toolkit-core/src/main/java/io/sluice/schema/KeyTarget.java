package io.sluice.schema;

import io.sluice.sql.StatementException;
import io.sluice.sql.tree.Qualifier;
import java.util.List;
import java.util.function.Supplier;

/** The key that a foreign key holds, looked up when it is needed. */
interface KeyTarget {

    Key key();

    /** The columns of a table; their kinds are known unless only their names are. */
    record Key(Qualifier table, List<String> names, List<Column<?>> columns) {}

    static KeyTarget of(Supplier<List<Column<?>>> columns) {
        return () -> {
            List<Column<?>> found = columns.get();
            if (found.isEmpty()) {
                throw new StatementException("a foreign key refers to no column; name at least one");
            }
            return new Key(
                    found.get(0).table().tableName().identity(),
                    found.stream().<String>map(Column::name).toList(),
                    List.copyOf(found));
        };
    }

    static KeyTarget of(TableName table, List<String> columns) {
        columns.forEach(column -> TableName.requireName(column, "a column's name"));
        var key = new Key(table.identity(), List.copyOf(columns), List.of());
        return () -> key;
    }
}
