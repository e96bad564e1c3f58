package io.sluice.sql;

import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.Operation.Infix;
import io.sluice.sql.tree.Operation.Negation;
import io.sluice.sql.tree.Operator;
import io.sluice.type.Family;
import io.sluice.type.Interval;
import io.sluice.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Calculation. Both sides are of one type, which is the result's: {@code amount.times(rate)} for two columns of {@code
 * BigDecimal}, {@code quantity.cast(NUMERIC).times(price)} where they differ. Dates and times take an {@link Interval}.
 */
public sealed interface Arithmetic<T> extends Operand<T> permits Expression {

    default Expression<T> plus(T value) {
        return calculate(Operator.PLUS, value, "plus");
    }

    default Expression<T> plus(Operand<T> other) {
        return calculate(Operator.PLUS, other, "plus");
    }

    /** A date or time this much later. */
    default Expression<T> plusInterval(Interval interval) {
        return shift(Operator.PLUS, interval, "plusInterval");
    }

    default Expression<T> minus(T value) {
        return calculate(Operator.MINUS, value, "minus");
    }

    default Expression<T> minus(Operand<T> other) {
        return calculate(Operator.MINUS, other, "minus");
    }

    /** A date or time this much earlier. */
    default Expression<T> minusInterval(Interval interval) {
        return shift(Operator.MINUS, interval, "minusInterval");
    }

    default Expression<T> times(T value) {
        return calculate(Operator.TIMES, value, "times");
    }

    default Expression<T> times(Operand<T> other) {
        return calculate(Operator.TIMES, other, "times");
    }

    /** Between whole numbers it gives a whole number: the fraction is cut off. */
    default Expression<T> dividedBy(T value) {
        return calculate(division(), value, "dividedBy");
    }

    default Expression<T> dividedBy(Operand<T> other) {
        return calculate(division(), other, "dividedBy");
    }

    default Expression<T> modulo(T value) {
        return calculate(Operator.MODULO, value, "modulo");
    }

    default Expression<T> modulo(Operand<T> other) {
        return calculate(Operator.MODULO, other, "modulo");
    }

    default Expression<T> negated() {
        requireNumber("negated");
        return new Typed<>(new Negation(node()), type());
    }

    private Operator division() {
        return type().family() == Family.INTEGER ? Operator.QUOTIENT : Operator.DIVIDED_BY;
    }

    private Expression<T> calculate(Operator operator, @Nullable T value, String method) {
        T present = present(value, method);
        requireNumber(method);
        return infix(operator, Values.bind(this, present, method));
    }

    private Expression<T> calculate(Operator operator, @Nullable Operand<T> other, String method) {
        Operand<T> operand = present(other, method);
        requireNumber(method);
        return infix(operator, operand.node());
    }

    private <V> V present(@Nullable V operand, String method) {
        if (operand == null) {
            throw new StatementException(
                    "%s.%s(null) is always NULL in SQL; pass a value, or nullValue(type) if NULL is meant"
                            .formatted(Description.of(node()), method));
        }
        return operand;
    }

    private Expression<T> shift(Operator operator, Interval interval, String method) {
        if (type().family() != Family.TEMPORAL) {
            throw new StatementException("%s.%s(…): %s is not a date or time; cast it to one"
                    .formatted(Description.of(node()), method, type()));
        }
        return infix(operator, new Bind(interval, SqlTypes.INTERVAL));
    }

    private Expression<T> infix(Operator operator, Expr right) {
        Chain<Expr> operands =
                node() instanceof Infix left && left.operator() == operator ? left.operands() : Chain.of(node());
        return new Typed<>(new Infix(operator, operands.plus(right)), type());
    }

    private void requireNumber(String method) {
        Family family = type().family();
        if (!family.isNumeric() && family != Family.INTERVAL) {
            throw new StatementException("%s.%s(…): %s is not a number; use %s"
                    .formatted(
                            Description.of(node()),
                            method,
                            type(),
                            family == Family.TEXT
                                    ? "concat(…) to join text, or cast(…)"
                                    : family == Family.TEMPORAL ? "plusInterval(…) or minusInterval(…)" : "cast(…)"));
        }
    }
}
