package io.sluice.sql;

import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.Operation;
import io.sluice.sql.tree.Operation.Case.Branch;
import io.sluice.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CASE, built branch by branch; without {@code otherwise} it is NULL where no branch fits.
 *
 * <pre>{@code
 * caseWhen(ORDERS.totalCents.gt(100_000), "large").when(ORDERS.totalCents.gt(10_000), "medium").otherwise("small")
 * }</pre>
 */
public final class Case<T> implements Expression<T> {
    private final @Nullable Expr subject;
    private final Chain<Branch> branches;
    private final SqlType<T> type;

    private Case(@Nullable Expr subject, Chain<Branch> branches, SqlType<T> type) {
        this.subject = subject;
        this.branches = branches;
        this.type = type;
    }

    static <T> Case<T> of(Expression<Boolean> condition, Expr result, SqlType<T> type) {
        return new Case<>(null, Chain.of(new Branch(condition.node(), result)), type);
    }

    static <T> Case<T> of(Expr subject, Expr value, Expr result, SqlType<T> type) {
        return new Case<>(subject, Chain.of(new Branch(value, result)), type);
    }

    public Case<T> when(Expression<Boolean> condition, T result) {
        return plus(condition.node(), bind(result));
    }

    public Case<T> when(Expression<Boolean> condition, Operand<T> result) {
        return plus(condition.node(), result.node());
    }

    public Expression<T> otherwise(T result) {
        return new Typed<>(node(bind(result)), type);
    }

    public Expression<T> otherwise(Operand<T> result) {
        return new Typed<>(node(result.node()), type);
    }

    @Override
    public Expr node() {
        return node(null);
    }

    @Override
    public SqlType<T> type() {
        return type;
    }

    Case<T> plus(Expr when, Expr then) {
        return new Case<>(subject, branches.plus(new Branch(when, then)), type);
    }

    Bind bind(T result) {
        if (result == null) {
            throw new StatementException("a branch of CASE is null; leave out otherwise(…), or pass nullValue(type)");
        }
        return Values.bind(type, result, "a branch of CASE");
    }

    private Expr node(@Nullable Expr otherwise) {
        return new Operation.Case(subject, List.copyOf(branches), otherwise);
    }
}
