package io.sluice.sql;

import static io.sluice.type.SqlTypes.INTEGER;

import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Call.Function;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FunctionName;
import io.sluice.sql.tree.Nested.QuantifiedArray;
import io.sluice.sql.tree.Operation.Element;
import io.sluice.sql.tree.Operation.Infix;
import io.sluice.sql.tree.Operator;
import io.sluice.sql.tree.Predicate.Comparison;
import io.sluice.type.Kind;
import io.sluice.type.SqlType;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** An array and what can be asked of it; {@link Operators#array} makes it. */
public record ArrayExpression<E>(Expr node, SqlType<List<E>> type) implements Expression<List<E>> {

    static <E> ArrayExpression<E> of(Expression<List<E>> expression) {
        if (expression.type().kind() != Kind.ARRAY) {
            throw new StatementException("array(%s): %s is not an array of the database"
                    .formatted(Description.of(expression.node()), expression.type()));
        }
        return new ArrayExpression<>(expression.node(), expression.type());
    }

    /** Whether one of its elements is this. */
    public Condition has(E element) {
        return has(bind(element, "has"));
    }

    public Condition has(Operand<E> element) {
        return has(element.node());
    }

    /** Whether all of these are among its elements. */
    public Condition contains(Collection<? extends E> elements) {
        return test(Operator.ARRAY_CONTAINS, binds(elements, "contains"));
    }

    public Condition contains(Expression<List<E>> other) {
        return test(Operator.ARRAY_CONTAINS, other.node());
    }

    /** Whether all of its elements are among these. */
    public Condition containedIn(Collection<? extends E> elements) {
        return test(Operator.ARRAY_CONTAINED, binds(elements, "containedIn"));
    }

    public Condition containedIn(Expression<List<E>> other) {
        return test(Operator.ARRAY_CONTAINED, other.node());
    }

    /** Whether one of these at least is among its elements. */
    public Condition overlaps(Collection<? extends E> elements) {
        return test(Operator.ARRAY_OVERLAPS, binds(elements, "overlaps"));
    }

    public Condition overlaps(Expression<List<E>> other) {
        return test(Operator.ARRAY_OVERLAPS, other.node());
    }

    /** With these at its end. */
    public ArrayExpression<E> concat(Collection<? extends E> elements) {
        return concat(binds(elements, "concat"));
    }

    public ArrayExpression<E> concat(Expression<List<E>> other) {
        return concat(other.node());
    }

    /** One element, counted from one; NULL where there is none. */
    public Expression<E> element(int index) {
        return new Typed<>(new Element(node, new Bind(index, INTEGER)), elementType());
    }

    public Expression<E> element(Operand<Integer> index) {
        return new Typed<>(new Element(node, index.node()), elementType());
    }

    /** How many elements it has. */
    public Expression<Integer> length() {
        return new Typed<>(new Function(FunctionName.common("cardinality"), List.of(node)), INTEGER);
    }

    /** Without any element that is this. */
    public ArrayExpression<E> remove(E element) {
        return new ArrayExpression<>(
                new Function(FunctionName.common("array_remove"), List.of(node, bind(element, "remove"))), type);
    }

    private Condition has(Expr element) {
        return new Condition(new Comparison(element, Operator.EQ, new QuantifiedArray(false, node)));
    }

    private Condition test(Operator operator, Expr other) {
        return new Condition(new Infix(operator, Chain.of(node, other)));
    }

    private ArrayExpression<E> concat(Expr other) {
        Chain<Expr> operands = node instanceof Infix infix && infix.operator() == Operator.ARRAY_CONCAT
                ? infix.operands()
                : Chain.of(node);
        return new ArrayExpression<>(new Infix(Operator.ARRAY_CONCAT, operands.plus(other)), type);
    }

    private Bind bind(E element, String method) {
        if (element == null) {
            throw new StatementException(
                    "array(%s).%s(null) is never true in SQL; pass a value".formatted(Description.of(node), method));
        }
        return new Bind(Values.checked(elementType(), element, Description.of(node), method), elementType());
    }

    private Bind binds(Collection<? extends E> elements, String method) {
        for (E element : elements) {
            bind(element, method);
        }
        return new Bind(List.copyOf(elements), type);
    }

    @SuppressWarnings("unchecked") // the element type of an array of E
    private SqlType<E> elementType() {
        return (SqlType<E>) Objects.requireNonNull(type.element(), "an array has elements");
    }
}
