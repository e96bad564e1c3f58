package io.sluice.sql;

import io.sluice.sql.tree.StatementNode;

/** A statement: an immutable value that knows no connection, safe as a constant and in any thread. */
public interface Statement {

    /** The statement as data. */
    StatementNode tree();

    /** Its SQL for a dialect, with the values to bind. */
    default SqlText sql(Renderer dialect) {
        return dialect.render(tree());
    }
}
