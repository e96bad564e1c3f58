package io.sluice.sql.tree;

import io.sluice.sql.tree.SourceNode.TableRef;

/** DELETE; {@code isUnrestricted} is the user's word that every row is meant. */
public record DeleteNode(
        Chain<CommonTable> with,
        TableRef table,
        Chain<FromItem> using,
        Chain<Expr> where,
        boolean isUnrestricted,
        Chain<ResultItem> returning)
        implements ChangeNode {
    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitDelete(this);
    }
}
