package io.sluice.sql;

import io.sluice.sql.tree.Atom.Keyword;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;

/** Conditions that must all hold, as WHERE and HAVING gather them. */
final class Conditions {

    private Conditions() {}

    /** What is always true says nothing and is left out, so that an UPDATE with an empty {@code and()} still has no WHERE. */
    @SafeVarargs
    static Chain<Expr> append(Chain<Expr> present, Expression<Boolean>... added) {
        Chain<Expr> all = present;
        for (Expression<Boolean> condition : added) {
            if (condition == null) {
                throw new StatementException(
                        "a condition is null; leave it out, or pass and() for one that is always true");
            }
            if (condition.node() != Keyword.TRUE) {
                all = all.plus(condition.node());
            }
        }
        return all;
    }

    /** Where entities share a table, a change of one kind spares the rows of others; one without any condition is refused as it is. */
    static Chain<Expr> ofItsKind(TargetTable table, Chain<Expr> where, boolean isUnrestricted) {
        Condition restriction = table instanceof EntitySource<?> entity ? entity.restriction() : null;
        boolean isRefused = where.isEmpty() && !isUnrestricted;
        return restriction == null || isRefused ? where : where.plus(restriction.node());
    }
}
