package io.sluice.sql;

import static io.sluice.type.SqlTypes.BOOLEAN;

import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Call.Function;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FunctionName;
import io.sluice.sql.tree.Operation.Infix;
import io.sluice.sql.tree.Operator;
import io.sluice.type.Family;
import io.sluice.type.Range;
import io.sluice.type.SqlType;
import java.util.List;
import java.util.Objects;

/** A range and how it lies to values and other ranges; {@link Operators#range} makes it. */
public record RangeExpression<E>(Expr node, SqlType<Range<E>> type) implements Expression<Range<E>> {

    static <E> RangeExpression<E> of(Expression<Range<E>> expression) {
        if (expression.type().family() != Family.RANGE) {
            throw new StatementException("range(%s): %s is not a range of the database"
                    .formatted(Description.of(expression.node()), expression.type()));
        }
        return new RangeExpression<>(expression.node(), expression.type());
    }

    /** Whether a value lies in it. */
    public Condition contains(E value) {
        SqlType<E> type = endType();
        Objects.requireNonNull(value, "range(…).contains(null)");
        return test(
                Operator.RANGE_CONTAINS, new Bind(Values.checked(type, value, Description.of(node), "contains"), type));
    }

    public Condition contains(Operand<E> value) {
        return test(Operator.RANGE_CONTAINS, value.node());
    }

    /** Whether all of the other range lies in it. */
    public Condition covers(Range<E> other) {
        return test(Operator.RANGE_CONTAINS, bind(other, "covers"));
    }

    public Condition covers(Operand<Range<E>> other) {
        return test(Operator.RANGE_CONTAINS, other.node());
    }

    /** Whether all of it lies in the other range. */
    public Condition coveredBy(Range<E> other) {
        return test(Operator.RANGE_CONTAINED, bind(other, "coveredBy"));
    }

    public Condition coveredBy(Operand<Range<E>> other) {
        return test(Operator.RANGE_CONTAINED, other.node());
    }

    /** Whether some value lies in both. */
    public Condition overlaps(Range<E> other) {
        return test(Operator.RANGE_OVERLAPS, bind(other, "overlaps"));
    }

    public Condition overlaps(Operand<Range<E>> other) {
        return test(Operator.RANGE_OVERLAPS, other.node());
    }

    /** Whether it ends before the other begins. */
    public Condition isBefore(Range<E> other) {
        return test(Operator.RANGE_LEFT_OF, bind(other, "isBefore"));
    }

    public Condition isBefore(Operand<Range<E>> other) {
        return test(Operator.RANGE_LEFT_OF, other.node());
    }

    /** Whether it begins after the other ends. */
    public Condition isAfter(Range<E> other) {
        return test(Operator.RANGE_RIGHT_OF, bind(other, "isAfter"));
    }

    public Condition isAfter(Operand<Range<E>> other) {
        return test(Operator.RANGE_RIGHT_OF, other.node());
    }

    /** Whether one begins just where the other ends. */
    public Condition isAdjacentTo(Range<E> other) {
        return test(Operator.RANGE_ADJACENT, bind(other, "isAdjacentTo"));
    }

    public Condition isAdjacentTo(Operand<Range<E>> other) {
        return test(Operator.RANGE_ADJACENT, other.node());
    }

    /** What lies in both. */
    public RangeExpression<E> intersect(Range<E> other) {
        return combined(Operator.RANGE_INTERSECTION, bind(other, "intersect"));
    }

    public RangeExpression<E> intersect(Operand<Range<E>> other) {
        return combined(Operator.RANGE_INTERSECTION, other.node());
    }

    /** What lies in one of them; an error of the database where there is a gap between. */
    public RangeExpression<E> union(Range<E> other) {
        return combined(Operator.RANGE_UNION, bind(other, "union"));
    }

    public RangeExpression<E> union(Operand<Range<E>> other) {
        return combined(Operator.RANGE_UNION, other.node());
    }

    /** What lies in this and not in the other; an error of the database where that would leave two pieces. */
    public RangeExpression<E> except(Range<E> other) {
        return combined(Operator.RANGE_DIFFERENCE, bind(other, "except"));
    }

    public RangeExpression<E> except(Operand<Range<E>> other) {
        return combined(Operator.RANGE_DIFFERENCE, other.node());
    }

    /** Where it begins; NULL if it is empty or has no such end. */
    public Expression<E> lower() {
        return call("lower", endType());
    }

    /** Where it ends; NULL if it is empty or has no such end. */
    public Expression<E> upper() {
        return call("upper", endType());
    }

    public Condition isEmpty() {
        return new Condition(call("isempty", BOOLEAN).node());
    }

    private Condition test(Operator operator, Expr other) {
        return new Condition(new Infix(operator, Chain.of(node, other)));
    }

    private RangeExpression<E> combined(Operator operator, Expr other) {
        return new RangeExpression<>(new Infix(operator, Chain.of(node, other)), type);
    }

    private <U> Expression<U> call(String name, SqlType<U> type) {
        return new Typed<>(new Function(FunctionName.verbatim(name), List.of(node)), type);
    }

    private Bind bind(Range<E> other, String method) {
        return new Bind(Objects.requireNonNull(other, () -> "range(…)." + method + "(null)"), type);
    }

    @SuppressWarnings("unchecked") // the type of the ends of a range of E
    private SqlType<E> endType() {
        return (SqlType<E>) Objects.requireNonNull(type.element(), "a range has ends");
    }
}
