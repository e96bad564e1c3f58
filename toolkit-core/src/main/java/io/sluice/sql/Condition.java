package io.sluice.sql;

import io.sluice.sql.tree.Atom.Keyword;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.Predicate.Junction;
import io.sluice.sql.tree.Predicate.Not;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;

/** An expression that is true, false or unknown. A column of booleans is one through {@link Sql#condition}. */
public record Condition(Expr node) implements Expression<Boolean> {
    static final Condition TRUE = new Condition(Keyword.TRUE);
    static final Condition FALSE = new Condition(Keyword.FALSE);

    @Override
    public SqlType<Boolean> type() {
        return SqlTypes.BOOLEAN;
    }

    public Condition and(Expression<Boolean> other) {
        return join(true, this, other);
    }

    public Condition or(Expression<Boolean> other) {
        return join(false, this, other);
    }

    public Condition not() {
        return new Condition(new Not(node));
    }

    static Condition join(boolean isAnd, Expression<Boolean> left, Expression<Boolean> right) {
        Keyword neutral = isAnd ? Keyword.TRUE : Keyword.FALSE;
        if (left.node() == neutral) {
            return of(right);
        }
        if (right.node() == neutral) {
            return of(left);
        }
        Chain<Expr> terms = left.node() instanceof Junction junction && junction.isAnd() == isAnd
                ? junction.terms()
                : Chain.of(left.node());
        return new Condition(new Junction(isAnd, terms.plus(right.node())));
    }

    static Condition of(Expression<Boolean> expression) {
        return expression instanceof Condition condition ? condition : new Condition(expression.node());
    }
}
