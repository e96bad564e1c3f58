package io.sluice.sql;

import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.Operation;
import io.sluice.sql.tree.Operation.Case.Branch;
import io.sluice.type.SqlType;
import java.util.List;

/**
 * CASE, built branch by branch; without {@code otherwise} it is NULL where no branch fits.
 *
 * <pre>{@code
 * caseWhen(ORDERS.totalCents.gt(100_000), "large").when(ORDERS.totalCents.gt(10_000), "medium").otherwise("small")
 * }</pre>
 */
public final class Case<T> implements Expression<T> {
    private final Chain<Branch> branches;
    private final SqlType<T> type;

    private Case(Chain<Branch> branches, SqlType<T> type) {
        this.branches = branches;
        this.type = type;
    }

    static <T> Case<T> of(Expression<Boolean> condition, Expr result, SqlType<T> type) {
        return new Case<>(Chain.of(new Branch(condition.node(), result)), type);
    }

    public Case<T> when(Expression<Boolean> condition, T result) {
        return new Case<>(branches.plus(new Branch(condition.node(), bind(result))), type);
    }

    public Case<T> when(Expression<Boolean> condition, Operand<T> result) {
        return new Case<>(branches.plus(new Branch(condition.node(), result.node())), type);
    }

    public Expression<T> otherwise(T result) {
        return new Typed<>(new Operation.Case(null, List.copyOf(branches), bind(result)), type);
    }

    public Expression<T> otherwise(Operand<T> result) {
        return new Typed<>(new Operation.Case(null, List.copyOf(branches), result.node()), type);
    }

    @Override
    public Expr node() {
        return new Operation.Case(null, List.copyOf(branches), null);
    }

    @Override
    public SqlType<T> type() {
        return type;
    }

    private Bind bind(T result) {
        if (result == null) {
            throw new StatementException("a branch of CASE is null; leave out otherwise(…), or pass nullValue(type)");
        }
        return new Bind(result, type);
    }
}
