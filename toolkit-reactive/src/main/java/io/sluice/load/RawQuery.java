package io.sluice.load;

import io.sluice.sql.Query;
import io.sluice.sql.RowReader;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.StatementNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query whose rows are taken as they come. */
record RawQuery(StatementNode tree, List<ResultItem> resultItems) implements Query<@Nullable Object[]> {

    @Override
    public RowReader<@Nullable Object[]> reader() {
        return row -> row;
    }
}
