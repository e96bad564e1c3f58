package io.sluice.sql.tree;

import io.sluice.sql.tree.Atom.Bind;
import org.jspecify.annotations.Nullable;

/** What a WHERE, ON or HAVING may say. This file is the grammar of conditions. */
public sealed interface Predicate extends Expr {

    record Comparison(Expr left, Operator operator, Expr right) implements Predicate {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitComparison(this);
        }
    }

    /** Terms joined by AND or by OR, at least two of them. Built in a loop they nest thousands deep, so nothing here recurses. */
    record Junction(boolean isAnd, Chain<Expr> terms) implements Predicate {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitJunction(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof Junction that && new JunctionPieces(this).sameAs(new JunctionPieces(that)));
        }

        @Override
        public int hashCode() {
            int hash = 1;
            for (var pieces = new JunctionPieces(this); pieces.hasNext(); ) {
                hash = 31 * hash + pieces.next().hashCode();
            }
            return hash;
        }

        /** The terms with AND or OR between them. */
        @Override
        public String toString() {
            var text = new StringBuilder();
            new JunctionPieces(this).forEachRemaining(text::append);
            return text.toString();
        }
    }

    record Not(Expr term) implements Predicate {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitNot(this);
        }
    }

    record Between(Expr tested, Expr low, Expr high, boolean isNegated) implements Predicate {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitBetween(this);
        }
    }

    /** Membership in a list that travels as one value; its type is the array of the tested type, and no element is null. */
    record InValues(Expr tested, Bind values, boolean isNegated) implements Predicate {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitInValues(this);
        }
    }

    /** Membership in a list of expressions. */
    record InList(Expr tested, Chain<Expr> list, boolean isNegated) implements Predicate {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitInList(this);
        }
    }

    record InQuery(Expr tested, QueryNode query, boolean isNegated) implements Predicate {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitInQuery(this);
        }
    }

    /** The pattern's escape character is the backslash, which is said in the SQL wherever it is not the database's own. */
    record Like(Expr tested, Expr pattern, boolean ignoresCase, boolean isNegated) implements Predicate {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitLike(this);
        }
    }

    record Regex(Expr tested, Expr pattern, boolean ignoresCase, boolean isNegated) implements Predicate {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitRegex(this);
        }
    }

    record NullTest(Expr tested, boolean isNegated) implements Predicate {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitNullTest(this);
        }
    }

    /** IS TRUE and IS FALSE, which are never unknown. */
    record TruthTest(Expr tested, boolean expected, boolean isNegated) implements Predicate {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitTruthTest(this);
        }
    }

    /** Inequality to which NULL is a value like any other. */
    record Distinctness(Expr left, Expr right, boolean isNegated) implements Predicate {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitDistinctness(this);
        }
    }

    record Exists(QueryNode query) implements Predicate {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitExists(this);
        }
    }
}
