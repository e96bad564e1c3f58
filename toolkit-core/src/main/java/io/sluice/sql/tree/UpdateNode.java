package io.sluice.sql.tree;

import io.sluice.sql.tree.SourceNode.TableRef;

/** UPDATE; {@code isUnrestricted} is the user's word that every row is meant. */
public record UpdateNode(
        Chain<CommonTable> with,
        TableRef table,
        Chain<Assignment> assignments,
        Chain<FromItem> from,
        Chain<Expr> where,
        boolean isUnrestricted,
        Chain<ResultItem> returning)
        implements ChangeNode {
    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitUpdate(this);
    }
}
