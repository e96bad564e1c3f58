package io.sluice.sql;

import io.sluice.sql.tree.ResultItem;
import java.util.List;

/** Anything that may stand in a SELECT list: an expression, a whole table. */
public interface Item {

    /** The columns it takes up in the result. */
    List<ResultItem> resultItems();
}
