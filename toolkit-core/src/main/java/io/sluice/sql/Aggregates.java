package io.sluice.sql;

import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.BOOLEAN;
import static io.sluice.type.SqlTypes.DOUBLE;
import static io.sluice.type.SqlTypes.NUMERIC;
import static io.sluice.type.SqlTypes.TEXT;

import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Atom.Keyword;
import io.sluice.sql.tree.Call.OrderedSet;
import io.sluice.sql.tree.FunctionName;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * Aggregates, made for a static import. {@code sum} and {@code avg} give the type that holds the result: the sum of
 * {@code Integer}s is a {@code Long}, of {@code Long}s a {@code BigDecimal}; the overloads differ in the bound that
 * erasure leaves, which is why their signatures look the way they do.
 */
@SuppressWarnings("ExtendsObject") // the bound that looks redundant is what erasure leaves
public final class Aggregates {

    private Aggregates() {}

    /** How many rows. */
    public static Aggregate<Long> count() {
        return Aggregate.of("count", BIGINT, Keyword.EVERYTHING);
    }

    /** How many rows in which it is not NULL. */
    public static Aggregate<Long> count(Expression<?> expression) {
        return Aggregate.of("count", BIGINT, expression.node());
    }

    public static Aggregate<Long> countDistinct(Expression<?> expression) {
        return count(expression).distinct();
    }

    public static <E extends Expression<Integer>> Aggregate<Long> sum(E expression) {
        return Aggregate.of("sum", BIGINT, expression.node());
    }

    public static <E extends Object & Expression<Short>> Aggregate<Long> sum(E expression) {
        return Aggregate.of("sum", BIGINT, expression.node());
    }

    public static <E extends Operand<Long> & Expression<Long>> Aggregate<BigDecimal> sum(E expression) {
        return Aggregate.of("sum", NUMERIC, expression.node());
    }

    public static <E extends Item & Expression<BigDecimal>> Aggregate<BigDecimal> sum(E expression) {
        return Aggregate.of("sum", NUMERIC, expression.node());
    }

    public static <E extends Sortable & Expression<Double>> Aggregate<Double> sum(E expression) {
        return Aggregate.of("sum", DOUBLE, expression.node());
    }

    public static <E extends Groupable & Expression<Float>> Aggregate<Float> sum(E expression) {
        return Aggregate.of("sum", SqlTypes.REAL, expression.node());
    }

    public static <E extends Expression<Integer>> Aggregate<BigDecimal> avg(E expression) {
        return Aggregate.of("avg", NUMERIC, expression.node());
    }

    public static <E extends Object & Expression<Short>> Aggregate<BigDecimal> avg(E expression) {
        return Aggregate.of("avg", NUMERIC, expression.node());
    }

    public static <E extends Operand<Long> & Expression<Long>> Aggregate<BigDecimal> avg(E expression) {
        return Aggregate.of("avg", NUMERIC, expression.node());
    }

    public static <E extends Item & Expression<BigDecimal>> Aggregate<BigDecimal> avg(E expression) {
        return Aggregate.of("avg", NUMERIC, expression.node());
    }

    public static <E extends Sortable & Expression<Double>> Aggregate<Double> avg(E expression) {
        return Aggregate.of("avg", DOUBLE, expression.node());
    }

    public static <E extends Groupable & Expression<Float>> Aggregate<Double> avg(E expression) {
        return Aggregate.of("avg", DOUBLE, expression.node());
    }

    public static <T> Aggregate<T> min(Expression<T> expression) {
        return Aggregate.of("min", expression.type(), expression.node());
    }

    public static <T> Aggregate<T> max(Expression<T> expression) {
        return Aggregate.of("max", expression.type(), expression.node());
    }

    /** True where it is true for all rows. */
    public static Aggregate<Boolean> every(Expression<Boolean> condition) {
        return Aggregate.of("every", BOOLEAN, condition.node());
    }

    /** True where it is true for one row at least. */
    public static Aggregate<Boolean> some(Expression<Boolean> condition) {
        return Aggregate.of("bool_or", BOOLEAN, condition.node());
    }

    /** The texts of all rows, with a separator between them. */
    public static Aggregate<String> stringAgg(Expression<String> expression, String separator) {
        Values.present(separator, "stringAgg(…): the separator", "pass an empty text for none");
        return Aggregate.of("string_agg", TEXT, expression.node(), new Bind(separator, TEXT));
    }

    public static <T> Aggregate<List<T>> arrayAgg(Expression<T> expression) {
        return Aggregate.of("array_agg", SqlTypes.array(expression.type()), expression.node());
    }

    public static <N extends Number> Aggregate<Double> stddev(Expression<N> expression) {
        return Aggregate.of("stddev_samp", DOUBLE, expression.cast(DOUBLE).node());
    }

    public static <N extends Number> Aggregate<Double> variance(Expression<N> expression) {
        return Aggregate.of("var_samp", DOUBLE, expression.cast(DOUBLE).node());
    }

    /** The value below which this part of the rows lies, between two values if need be: 0.5 gives the median. */
    public static <N extends Number> Expression<Double> percentile(double part, Expression<N> of) {
        if (!(part >= 0 && part <= 1)) {
            throw new StatementException("percentile(…): the part of the rows lies between 0 and 1; 0.5 is the median");
        }
        var sorted = of.cast(DOUBLE).asc().key();
        return new Typed<>(
                new OrderedSet(FunctionName.common("percentile_cont"), List.of(new Bind(part, DOUBLE)), sorted, null),
                DOUBLE);
    }

    /** Any aggregate of the database, by its name. */
    public static <T> Aggregate<T> aggregate(String name, SqlType<T> type, Operand<?>... arguments) {
        return Aggregate.of(
                FunctionName.verbatim(Functions.name(name)),
                type,
                Arrays.stream(arguments).map(Operand::node).toArray(io.sluice.sql.tree.Expr[]::new));
    }
}
