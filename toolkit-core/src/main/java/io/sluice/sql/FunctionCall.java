package io.sluice.sql;

import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FunctionName;
import java.util.List;

/** A function that gives rows, before it has an alias: {@code rowsOf("unnest", ids).as("u", ID)}. */
public record FunctionCall(FunctionName function, List<Expr> arguments) {

    /** Names the rows and their columns. */
    public RowsFunction as(String alias, Field<?>... fields) {
        return RowsFunction.of(function, arguments, alias, fields);
    }
}
