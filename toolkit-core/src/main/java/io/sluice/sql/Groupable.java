package io.sluice.sql;

import io.sluice.sql.tree.Expr;

/** What GROUP BY takes: an expression, or sets of them. */
public interface Groupable {

    Expr node();
}
