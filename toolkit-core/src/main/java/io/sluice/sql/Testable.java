package io.sluice.sql;

import static io.sluice.sql.tree.Operator.EQ;
import static io.sluice.sql.tree.Operator.GE;
import static io.sluice.sql.tree.Operator.GT;
import static io.sluice.sql.tree.Operator.LE;
import static io.sluice.sql.tree.Operator.LT;
import static io.sluice.sql.tree.Operator.NE;

import io.sluice.sql.tree.Operator;
import io.sluice.sql.tree.Predicate.Between;
import io.sluice.sql.tree.Predicate.Comparison;
import io.sluice.sql.tree.Predicate.Distinctness;
import io.sluice.sql.tree.Predicate.InQuery;
import io.sluice.sql.tree.Predicate.InValues;
import io.sluice.sql.tree.Predicate.NullTest;
import io.sluice.sql.tree.Predicate.TruthTest;
import io.sluice.type.Kind;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The comparisons every expression has. A Java null is refused, since nothing equals NULL: {@link #isNull()} asks for
 * it, and {@link #isDistinctFrom} compares with it.
 */
public sealed interface Testable<T> extends Operand<T> permits Expression {

    default Condition eq(T value) {
        return compare(EQ, value, "eq");
    }

    default Condition eq(Operand<T> other) {
        return compare(EQ, other);
    }

    default Condition ne(T value) {
        return compare(NE, value, "ne");
    }

    default Condition ne(Operand<T> other) {
        return compare(NE, other);
    }

    default Condition lt(T value) {
        return compare(LT, value, "lt");
    }

    default Condition lt(Operand<T> other) {
        return compare(LT, other);
    }

    default Condition le(T value) {
        return compare(LE, value, "le");
    }

    default Condition le(Operand<T> other) {
        return compare(LE, other);
    }

    default Condition gt(T value) {
        return compare(GT, value, "gt");
    }

    default Condition gt(Operand<T> other) {
        return compare(GT, other);
    }

    default Condition ge(T value) {
        return compare(GE, value, "ge");
    }

    default Condition ge(Operand<T> other) {
        return compare(GE, other);
    }

    /** Both ends belong to it. */
    default Condition between(T low, T high) {
        return new Condition(
                new Between(node(), Values.bind(this, low, "between"), Values.bind(this, high, "between"), false));
    }

    default Condition between(Operand<T> low, Operand<T> high) {
        return new Condition(new Between(
                node(), Values.operand(low, node(), "between"), Values.operand(high, node(), "between"), false));
    }

    default Condition notBetween(T low, T high) {
        return new Condition(
                new Between(node(), Values.bind(this, low, "notBetween"), Values.bind(this, high, "notBetween"), true));
    }

    default Condition notBetween(Operand<T> low, Operand<T> high) {
        return new Condition(new Between(
                node(), Values.operand(low, node(), "not between"), Values.operand(high, node(), "not between"), true));
    }

    /** True for a value of the list, however long the list; an empty list has no values, so it is false. */
    default Condition in(Collection<? extends T> values) {
        return new Condition(new InValues(node(), Values.bindAll(this, values, "in"), false));
    }

    default Condition in(Query<T> query) {
        return new Condition(new InQuery(node(), Subqueries.oneColumn(query, "in"), false));
    }

    /** True for every value that is not in the list; for all if the list is empty, but never for NULL. */
    default Condition notIn(Collection<? extends T> values) {
        return new Condition(new InValues(node(), Values.bindAll(this, values, "notIn"), true));
    }

    /** Never true if the query gives a NULL: {@code not(exists(…))} is usually meant. */
    default Condition notIn(Query<T> query) {
        return new Condition(new InQuery(node(), Subqueries.oneColumn(query, "notIn"), true));
    }

    default Condition isNull() {
        return new Condition(new NullTest(node(), false));
    }

    default Condition isNotNull() {
        return new Condition(new NullTest(node(), true));
    }

    /** True, and not NULL. For booleans, as the three that follow. */
    default Condition isTrue() {
        return truth(true, false, "isTrue");
    }

    /** False or NULL. */
    default Condition isNotTrue() {
        return truth(true, true, "isNotTrue");
    }

    /** False, and not NULL. */
    default Condition isFalse() {
        return truth(false, false, "isFalse");
    }

    /** True or NULL. */
    default Condition isNotFalse() {
        return truth(false, true, "isNotFalse");
    }

    /** Inequality to which NULL is a value like any other; so a null may be passed. */
    default Condition isDistinctFrom(@Nullable T value) {
        return new Condition(new Distinctness(node(), Values.nullable(this, value, "isDistinctFrom"), false));
    }

    default Condition isDistinctFrom(Operand<T> other) {
        return new Condition(new Distinctness(node(), other.node(), false));
    }

    /** Equality to which NULL is a value like any other; so a null may be passed. */
    default Condition isNotDistinctFrom(@Nullable T value) {
        return new Condition(new Distinctness(node(), Values.nullable(this, value, "isNotDistinctFrom"), true));
    }

    default Condition isNotDistinctFrom(Operand<T> other) {
        return new Condition(new Distinctness(node(), other.node(), true));
    }

    private Condition truth(boolean expected, boolean isNegated, String method) {
        if (type().kind() != Kind.BOOLEAN) {
            throw new StatementException("%s.%s(): %s is not boolean; compare it with a value"
                    .formatted(Description.of(node()), method, type()));
        }
        return new Condition(new TruthTest(node(), expected, isNegated));
    }

    private Condition compare(Operator operator, T value, String method) {
        return new Condition(new Comparison(node(), operator, Values.bind(this, value, method)));
    }

    private Condition compare(Operator operator, Operand<T> other) {
        return new Condition(new Comparison(node(), operator, Values.operand(other, node(), operator.text())));
    }
}
