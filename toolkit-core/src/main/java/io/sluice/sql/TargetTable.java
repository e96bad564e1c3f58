package io.sluice.sql;

import io.sluice.sql.tree.SourceNode.TableRef;
import java.util.List;

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
}
