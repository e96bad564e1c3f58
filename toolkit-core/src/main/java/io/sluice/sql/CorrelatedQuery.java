package io.sluice.sql;

import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.StatementNode;
import java.util.List;

/** A statement whose rows are read together with the objects they were made of. */
record CorrelatedQuery<R>(StatementNode tree, List<ResultItem> resultItems, RowReader<R> reader) implements Query<R> {

    @Override
    public String toString() {
        return StandardText.of(this);
    }
}
