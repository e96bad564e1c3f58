package io.sluice.sql;

import io.sluice.sql.tree.SourceNode.TableRef;

/** A table whose rows can be changed. */
public interface TargetTable extends Source {

    @Override
    TableRef sourceNode();
}
