package io.sluice.sql;

import io.sluice.sql.tree.ResultItem;
import java.util.List;

/** A statement that gives rows, each read as an {@code R}. */
public interface Query<R> extends Statement {

    List<ResultItem> resultItems();

    RowReader<R> reader();
}
