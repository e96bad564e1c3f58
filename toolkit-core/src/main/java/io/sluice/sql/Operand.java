package io.sluice.sql;

import io.sluice.sql.tree.Expr;
import io.sluice.type.SqlType;

/** What may be compared with, added to or assigned from: an expression, or a query of one column. */
public sealed interface Operand<T> permits Testable, Arithmetic, Textual, Select, Compound, Quantified {

    Expr node();

    SqlType<T> type();
}
