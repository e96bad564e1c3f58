package io.sluice.sql;

import static io.sluice.sql.Aggregates.aggregate;
import static io.sluice.sql.Aggregates.arrayAgg;
import static io.sluice.sql.Aggregates.avg;
import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Aggregates.countDistinct;
import static io.sluice.sql.Aggregates.every;
import static io.sluice.sql.Aggregates.max;
import static io.sluice.sql.Aggregates.min;
import static io.sluice.sql.Aggregates.percentile;
import static io.sluice.sql.Aggregates.some;
import static io.sluice.sql.Aggregates.stddev;
import static io.sluice.sql.Aggregates.stringAgg;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Aggregates.variance;
import static io.sluice.sql.Shop.CUSTOMERS;
import static io.sluice.sql.Shop.ORDERS;
import static io.sluice.sql.Shop.PRODUCTS;
import static io.sluice.sql.Sql.cube;
import static io.sluice.sql.Sql.groupingSets;
import static io.sluice.sql.Sql.rollup;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static io.sluice.sql.SqlAssertion.assertRefused;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.DOUBLE;
import static io.sluice.type.SqlTypes.REAL;
import static io.sluice.type.SqlTypes.SMALLINT;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class AggregateTest {

    @Test
    void areTypedByWhatHoldsTheResult() {
        Aggregate<Long> ofIntegers = sum(ORDERS.totalCents);
        Aggregate<Long> ofShorts = sum(ORDERS.totalCents.cast(SMALLINT));
        Aggregate<BigDecimal> ofLongs = sum(ORDERS.id);
        Aggregate<BigDecimal> ofDecimals = sum(PRODUCTS.price);
        Aggregate<Double> ofDoubles = sum(PRODUCTS.price.cast(DOUBLE));
        Aggregate<Float> ofFloats = sum(PRODUCTS.price.cast(REAL));
        Aggregate<BigDecimal> average = avg(ORDERS.totalCents);
        Aggregate<Double> averageOfFloats = avg(PRODUCTS.price.cast(REAL));
        assertThat(List.of(ofIntegers, ofShorts, ofLongs, ofDecimals, ofDoubles, ofFloats, average, averageOfFloats))
                .extracting(aggregate -> aggregate.type().toString())
                .containsExactly("bigint", "bigint", "numeric", "numeric", "double", "real", "numeric", "double");
    }

    @Test
    void countRowsAndValues() {
        assertSelects(count(), "count(*)");
        assertSelects(count(ORDERS.note), "count(orders.note)");
        assertSelects(countDistinct(ORDERS.note), "count(DISTINCT orders.note)");
    }

    @Test
    void makeOneValueOfMany() {
        assertSelects(sum(ORDERS.totalCents), "sum(orders.total_cents)");
        assertSelects(avg(ORDERS.id), "avg(orders.id)");
        assertSelects(min(ORDERS.createdAt), "min(orders.created_at)");
        assertSelects(max(ORDERS.createdAt), "max(orders.created_at)");
        assertSelects(every(ORDERS.note.isNull()), "bool_and(orders.note IS NULL)");
        assertSelects(some(ORDERS.note.isNull()), "bool_or(orders.note IS NULL)");
        assertSelects(stddev(ORDERS.totalCents), "stddev_samp(CAST(orders.total_cents AS double precision))");
        assertSelects(variance(ORDERS.totalCents), "var_samp(CAST(orders.total_cents AS double precision))");
        assertSelects(
                percentile(0.5, ORDERS.totalCents),
                "percentile_cont($1) WITHIN GROUP (ORDER BY CAST(orders.total_cents AS double precision))",
                0.5);
    }

    @Test
    void takeAnOrderAndAFilter() {
        assertSelects(
                stringAgg(ORDERS.note, ", ").orderBy(ORDERS.createdAt.desc()),
                "string_agg(orders.note, $1 ORDER BY orders.created_at DESC)",
                ", ");
        assertSelects(
                arrayAgg(ORDERS.status).distinct().orderBy(ORDERS.status),
                "array_agg(DISTINCT orders.status ORDER BY orders.status)");
        assertSelects(
                count().filter(ORDERS.status.eq("paid")).filter(ORDERS.totalCents.gt(1)),
                "count(*) FILTER (WHERE orders.status = $1 AND orders.total_cents > $2)",
                "paid",
                1);
    }

    @Test
    void canBeAnyOfTheDatabase() {
        assertSelects(aggregate("bit_or", BIGINT, ORDERS.id).distinct(), "bit_or(DISTINCT orders.id)");
        assertRefused(
                () -> aggregate("a b", BIGINT),
                "\"a b\" is not a function's name; it may have letters, digits and _, and a schema before a dot");
    }

    @Test
    void groupRows() {
        assertPostgresql(
                select(CUSTOMERS.name, count(ORDERS.id).as("n"))
                        .from(CUSTOMERS)
                        .leftJoin(ORDERS)
                        .groupBy(CUSTOMERS.id, CUSTOMERS.name)
                        .having(count(ORDERS.id).gt(5L), sum(ORDERS.totalCents).lt(9L))
                        .having(min(ORDERS.totalCents).gt(0)),
                "SELECT customers.name, count(orders.id) AS n FROM customers"
                        + " LEFT JOIN orders ON orders.customer_id = customers.id GROUP BY customers.id, customers.name"
                        + " HAVING count(orders.id) > $1 AND sum(orders.total_cents) < $2 AND min(orders.total_cents) > $3",
                5L,
                9L,
                0);
    }

    @Test
    void groupInSeveralWaysAtOnce() {
        assertPostgresql(
                select(count()).from(ORDERS).groupBy(rollup(ORDERS.status, ORDERS.customerId), ORDERS.note),
                "SELECT count(*) FROM orders GROUP BY ROLLUP (orders.status, orders.customer_id), orders.note");
        assertPostgresql(
                select(count()).from(ORDERS).groupBy(cube(ORDERS.status, ORDERS.customerId)),
                "SELECT count(*) FROM orders GROUP BY CUBE (orders.status, orders.customer_id)");
        assertPostgresql(
                select(count())
                        .from(ORDERS)
                        .groupBy(groupingSets(
                                List.of(List.of(ORDERS.status, ORDERS.customerId), List.of(ORDERS.note), List.of()))),
                "SELECT count(*) FROM orders GROUP BY GROUPING SETS ((orders.status, orders.customer_id), orders.note, ())");
    }

    private static void assertSelects(Expression<?> expression, String text, Object... parameters) {
        assertPostgresql(select(expression).from(ORDERS), "SELECT " + text + " FROM orders", parameters);
    }
}
