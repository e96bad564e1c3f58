package io.sluice.sql;

import io.sluice.sql.tree.Expr;
import io.sluice.type.SqlType;
import java.util.Objects;

/** The beginning of a CASE over one expression, before its first branch; {@link Sql#caseOf} makes it. */
public final class CaseOf<S> {
    private final Expression<S> subject;

    CaseOf(Expression<S> subject) {
        this.subject = Objects.requireNonNull(subject, "caseOf(null)");
    }

    public <T> Branches<S, T> when(S value, T result) {
        Values.present(result, "a branch of CASE", "pass nullValue(type)");
        return branches(value, Binds.of(result), Binds.typeOf(result));
    }

    public <T> Branches<S, T> when(S value, Operand<T> result) {
        return branches(value, result.node(), result.type());
    }

    private <T> Branches<S, T> branches(S value, Expr result, SqlType<T> type) {
        Expr compared = Values.bind(subject, value, "when");
        return new Branches<>(subject, Case.of(subject.node(), compared, result, type));
    }

    /** A CASE over one expression that has a branch; without {@code otherwise} it is NULL where none fits. */
    public static final class Branches<S, T> implements Expression<T> {
        private final Expression<S> subject;
        private final Case<T> branches;

        private Branches(Expression<S> subject, Case<T> branches) {
            this.subject = subject;
            this.branches = branches;
        }

        public Branches<S, T> when(S value, T result) {
            return new Branches<>(subject, branches.plus(Values.bind(subject, value, "when"), branches.bind(result)));
        }

        public Branches<S, T> when(S value, Operand<T> result) {
            return new Branches<>(subject, branches.plus(Values.bind(subject, value, "when"), result.node()));
        }

        public Expression<T> otherwise(T result) {
            return branches.otherwise(result);
        }

        public Expression<T> otherwise(Operand<T> result) {
            return branches.otherwise(result);
        }

        @Override
        public Expr node() {
            return branches.node();
        }

        @Override
        public SqlType<T> type() {
            return branches.type();
        }
    }
}
