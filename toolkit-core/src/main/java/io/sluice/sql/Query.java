package io.sluice.sql;

import io.sluice.sql.tree.ResultItem;
import java.util.List;

/** A statement that gives rows, each read as an {@code R}. */
public interface Query<R> extends Statement {

    List<ResultItem> resultItems();

    RowReader<R> reader();

    /** The entities that are selected, and where. */
    default SelectedEntities entities() {
        return SelectedEntities.NONE;
    }

    /** Reads a row behind whose columns the entities stand, whoever made them. */
    default RowReader<R> assembly() {
        return reader();
    }

    /** The same, of which each row is read as such, its entities' columns too. */
    default Query<Row> asRows() {
        return new RowsOf(this);
    }

    /** What a session reads besides the entities. */
    default List<LoadOption> loads() {
        return List.of();
    }
}
