package io.sluice.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions, aggregates and what runs over a window. */
public sealed interface Call extends Expr {

    /** A function by its name, which a dialect may know by another. */
    record Function(FunctionName name, List<Expr> arguments) implements Call {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitFunction(this);
        }
    }

    record Aggregate(
            FunctionName name,
            List<Expr> arguments,
            boolean isDistinct,
            List<SortKey> orderBy,
            @Nullable Expr filter) implements Call {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitAggregate(this);
        }
    }

    /** An aggregate over an ordered set: {@code percentile_cont(0.5) WITHIN GROUP (ORDER BY …)}. */
    record OrderedSet(
            FunctionName name,
            List<Expr> arguments,
            SortKey withinGroup,
            @Nullable Expr filter) implements Call {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitOrderedSet(this);
        }
    }

    /** A call over a window: of the statement by name, or described on the spot. */
    record Windowed(
            Expr call,
            @Nullable String windowName,
            @Nullable WindowNode window) implements Call {
        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitWindowed(this);
        }
    }

    /** Which sets of groups GROUP BY makes. */
    record GroupingSets(Kind kind, List<List<Expr>> sets) implements Call {

        /** ROLLUP, CUBE, or sets one by one. */
        public enum Kind {
            ROLLUP,
            CUBE,
            GROUPING_SETS
        }

        @Override
        public void accept(ExprVisitor visitor) {
            visitor.visitGroupingSets(this);
        }
    }
}
