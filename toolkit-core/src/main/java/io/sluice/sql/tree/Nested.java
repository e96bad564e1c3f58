package io.sluice.sql.tree;

import java.util.List;

/** Queries where an expression may stand. */
public sealed interface Nested extends Expr {

    /** A query of one column and at most one row. */
    record Scalar(QueryNode query) implements Nested {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitScalar(this);
        }
    }

    /** ANY or ALL of a query's rows, to be compared with. */
    record QuantifiedQuery(boolean isAll, QueryNode query) implements Nested {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitQuantifiedQuery(this);
        }
    }

    /** ANY or ALL of an array's elements, to be compared with. */
    record QuantifiedArray(boolean isAll, Expr array) implements Nested {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitQuantifiedArray(this);
        }
    }

    /** The rows of a query as one JSON array of arrays, each with the values of these items. */
    record Multiset(QueryNode query, List<ResultItem> items) implements Nested {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitMultiset(this);
        }
    }

    /** The rows of a query of one column as an array. */
    record ArrayQuery(QueryNode query) implements Nested {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitArrayQuery(this);
        }
    }
}
