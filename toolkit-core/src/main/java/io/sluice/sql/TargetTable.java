package io.sluice.sql;

import io.sluice.sql.tree.SourceNode.TableRef;
import java.util.List;
import java.util.Set;

/** A table whose rows can be changed. */
public interface TargetTable extends Source {

    @Override
    TableRef sourceNode();

    /** What an insert sends for columns that it does not mention; a new row asks anew. */
    default List<ColumnValue> insertDefaults() {
        return List.of();
    }

    /** What an update sends for columns that it does not mention. */
    default List<ColumnValue> updateDefaults() {
        return List.of();
    }

    /** The columns that the database computes from others, and so changes with them. */
    default Set<String> computedColumns() {
        return Set.of();
    }
}
