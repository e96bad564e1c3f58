package io.sluice.sql;

import io.sluice.sql.tree.Expr;
import io.sluice.type.SqlType;

/** ANY or ALL of several values, to be compared with: {@code price.gt(all(select(…)))}. */
public record Quantified<T>(Expr node, SqlType<T> type) implements Operand<T> {}
