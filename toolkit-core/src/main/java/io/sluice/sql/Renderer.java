package io.sluice.sql;

import io.sluice.sql.tree.StatementNode;

/** Turns statements into SQL; every dialect is one. */
public interface Renderer {

    SqlText render(StatementNode statement);
}
