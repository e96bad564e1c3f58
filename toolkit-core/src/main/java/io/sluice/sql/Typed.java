package io.sluice.sql;

import io.sluice.sql.tree.Expr;
import io.sluice.type.SqlType;

/** Any expression that is no more than its node and its type. */
record Typed<T>(Expr node, SqlType<T> type) implements Expression<T> {}
