package io.sluice.sql;

import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.StatementNode;
import java.util.List;

/** A query's rows, whatever it selects. */
record RowsOf(Query<?> query) implements Query<Row> {

    @Override
    public StatementNode tree() {
        return query.tree();
    }

    @Override
    public List<ResultItem> resultItems() {
        return query.resultItems();
    }

    @Override
    public RowReader<Row> reader() {
        return Readers.rows(query.resultItems());
    }

    @Override
    public String toString() {
        return query.toString();
    }
}
