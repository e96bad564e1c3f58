package io.sluice.sql.tree;

import java.util.List;

/** Rows written out. */
public record ValuesNode(Chain<List<Expr>> rows, List<ResultItem> items) implements QueryNode {
    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitValues(this);
    }
}
