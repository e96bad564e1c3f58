package io.sluice.schema;

import io.sluice.sql.StatementException;
import java.util.List;
import java.util.Set;

/** What can be declared of a table beside its columns. */
public sealed interface TablePart
        permits PrimaryKey, UniqueKey, Check, ForeignKey, Index, Partitioning, TableOption, TableComment {

    static List<Column<?>> distinct(Column<?>[] columns, String what) {
        if (columns.length == 0) {
            throw new StatementException("%s has no columns; name at least one".formatted(what));
        }
        List<Column<?>> list = List.of(columns);
        if (Set.copyOf(list).size() < list.size()) {
            throw new StatementException("%s names a column twice: %s".formatted(what, list));
        }
        return list;
    }
}
