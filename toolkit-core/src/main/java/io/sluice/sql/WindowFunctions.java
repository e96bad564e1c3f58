package io.sluice.sql;

import io.sluice.sql.tree.Atom.Constant;
import io.sluice.sql.tree.Call.Function;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FunctionName;
import io.sluice.sql.tree.WindowNode.Edge;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;
import java.util.List;

/** What runs over windows, and windows themselves; made for a static import. */
public final class WindowFunctions {

    private WindowFunctions() {}

    /** A window over all rows, to be narrowed. */
    public static Window window() {
        return Window.ALL;
    }

    public static Window partitionBy(Expression<?>... expressions) {
        return Window.ALL.partitionBy(expressions);
    }

    public static Window.Limit unboundedPreceding() {
        return Window.limit(Edge.UNBOUNDED_PRECEDING);
    }

    public static Window.Limit preceding(long distance) {
        return Window.limit(Edge.PRECEDING, distance);
    }

    public static Window.Limit currentRow() {
        return Window.limit(Edge.CURRENT_ROW);
    }

    public static Window.Limit following(long distance) {
        return Window.limit(Edge.FOLLOWING, distance);
    }

    public static Window.Limit unboundedFollowing() {
        return Window.limit(Edge.UNBOUNDED_FOLLOWING);
    }

    public static WindowFunction<Long> rowNumber() {
        return call("row_number", SqlTypes.BIGINT);
    }

    /** With gaps after rows that are equal. */
    public static WindowFunction<Long> rank() {
        return call("rank", SqlTypes.BIGINT);
    }

    public static WindowFunction<Long> denseRank() {
        return call("dense_rank", SqlTypes.BIGINT);
    }

    public static WindowFunction<Double> percentRank() {
        return call("percent_rank", SqlTypes.DOUBLE);
    }

    public static WindowFunction<Double> cumeDist() {
        return call("cume_dist", SqlTypes.DOUBLE);
    }

    /** Splits the rows into so many parts of about the same size. */
    public static WindowFunction<Long> ntile(int parts) {
        if (parts < 1) {
            throw new StatementException("ntile(%d): rows are split into one part at least".formatted(parts));
        }
        return call("ntile", SqlTypes.BIGINT, new Constant(parts));
    }

    /** The value some rows before. */
    public static <T> WindowFunction<T> lag(Expression<T> expression, int distance) {
        return call("lag", expression.type(), expression.node(), new Constant(distance));
    }

    public static <T> WindowFunction<T> lag(Expression<T> expression) {
        return lag(expression, 1);
    }

    /** The value some rows before, or another where there is none. */
    public static <T> WindowFunction<T> lag(Expression<T> expression, int distance, T otherwise) {
        return call(
                "lag",
                expression.type(),
                expression.node(),
                new Constant(distance),
                Values.bind(expression, otherwise, "lag"));
    }

    /** The value some rows after. */
    public static <T> WindowFunction<T> lead(Expression<T> expression, int distance) {
        return call("lead", expression.type(), expression.node(), new Constant(distance));
    }

    public static <T> WindowFunction<T> lead(Expression<T> expression) {
        return lead(expression, 1);
    }

    /** The value some rows after, or another where there is none. */
    public static <T> WindowFunction<T> lead(Expression<T> expression, int distance, T otherwise) {
        return call(
                "lead",
                expression.type(),
                expression.node(),
                new Constant(distance),
                Values.bind(expression, otherwise, "lead"));
    }

    public static <T> WindowFunction<T> firstValue(Expression<T> expression) {
        return call("first_value", expression.type(), expression.node());
    }

    public static <T> WindowFunction<T> lastValue(Expression<T> expression) {
        return call("last_value", expression.type(), expression.node());
    }

    /** The value of a row of the frame, counted from one. */
    public static <T> WindowFunction<T> nthValue(Expression<T> expression, int row) {
        if (row < 1) {
            throw new StatementException("nthValue(…, %d): rows are counted from 1".formatted(row));
        }
        return call("nth_value", expression.type(), expression.node(), new Constant(row));
    }

    private static <T> WindowFunction<T> call(String name, SqlType<T> type, Expr... arguments) {
        return new WindowFunction<>(new Function(FunctionName.common(name), List.of(arguments)), type);
    }
}
