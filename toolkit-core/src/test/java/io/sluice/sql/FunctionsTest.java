package io.sluice.sql;

import static io.sluice.sql.Shop.CUSTOMERS;
import static io.sluice.sql.Shop.ORDERS;
import static io.sluice.sql.Shop.PRODUCTS;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static io.sluice.sql.SqlAssertion.assertRefused;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.REAL;
import static io.sluice.type.SqlTypes.TEXT;

import io.sluice.sql.tree.DateField;
import io.sluice.type.Interval;
import java.math.BigDecimal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FunctionsTest {

    @Nested
    class Called {

        @Test
        void byAnyName() {
            assertSelects(
                    Functions.function("similarity", REAL, ORDERS.note, value("x")),
                    "similarity(orders.note, $1)",
                    "x");
            assertSelects(Functions.function("Ext.f", INTEGER), "\"Ext\".f()");
            assertRefused(
                    () -> Functions.function("f(); drop table", TEXT),
                    "\"f(); drop table\" is not a function's name; it may have letters, digits and _, and a schema before a dot");
        }

        @Test
        void onNulls() {
            assertSelects(Functions.coalesce(ORDERS.note, "none"), "coalesce(orders.note, $1)", "none");
            assertSelects(
                    Functions.coalesce(ORDERS.note, ORDERS.status, value("x")),
                    "coalesce(orders.note, orders.status, $1)",
                    "x");
            assertSelects(Functions.nullIf(ORDERS.note, ""), "nullif(orders.note, $1)", "");
            assertSelects(
                    Functions.greatest(ORDERS.billedTo, ORDERS.shippedTo),
                    "greatest(orders.billed_to, orders.shipped_to)");
            assertSelects(
                    Functions.least(ORDERS.billedTo, ORDERS.shippedTo), "least(orders.billed_to, orders.shipped_to)");
        }

        @Test
        void onText() {
            assertSelects(Functions.lower(ORDERS.note), "lower(orders.note)");
            assertSelects(Functions.trim(ORDERS.note), "trim(orders.note)");
            assertSelects(Functions.length(ORDERS.note), "char_length(orders.note)");
            assertSelects(Functions.substring(ORDERS.note, 2, 3), "substring(orders.note, 2, 3)");
            assertSelects(Functions.left(ORDERS.note, 2), "left(orders.note, 2)");
            assertSelects(Functions.replace(ORDERS.note, "a", "b"), "replace(orders.note, $1, $2)", "a", "b");
            assertSelects(Functions.position("a", ORDERS.note), "POSITION($1 IN orders.note)", "a");
        }

        @Test
        void onNumbers() {
            assertSelects(Functions.abs(ORDERS.totalCents), "abs(orders.total_cents)");
            assertSelects(Functions.round(ORDERS.totalCents, 2), "round(orders.total_cents, 2)");
            assertSelects(
                    Functions.power(ORDERS.totalCents, 2),
                    "power(CAST(orders.total_cents AS double precision), $1)",
                    2.0);
        }

        @Test
        void onDatesAndTimes() {
            assertSelects(
                    Functions.extract(DateField.YEAR, ORDERS.createdAt),
                    "CAST(EXTRACT(YEAR FROM orders.created_at) AS integer)");
            assertSelects(
                    Functions.dateTrunc(DateField.MONTH, ORDERS.createdAt), "date_trunc('month', orders.created_at)");
            assertSelects(
                    Functions.atTimeZone(ORDERS.createdAt, "Europe/Paris"),
                    "orders.created_at AT TIME ZONE $1",
                    "Europe/Paris");
            assertRefused(
                    () -> Functions.extract(DateField.YEAR, ORDERS.note),
                    "extract(YEAR, orders.note): text is not a date or time; cast it to one");
        }
    }

    @Nested
    class Calculations {

        @Test
        void keepTheirOrder() {
            var cents = ORDERS.totalCents;
            assertSelects(
                    cents.plus(1).times(2).minus(cents.dividedBy(3)),
                    "(orders.total_cents + $1) * $2 - orders.total_cents / $3",
                    1,
                    2,
                    3);
            assertSelects(
                    cents.minus(cents.minus(1)).modulo(5),
                    "(orders.total_cents - (orders.total_cents - $1)) % $2",
                    1,
                    5);
            assertSelects(cents.dividedBy(cents.times(2)), "orders.total_cents / (orders.total_cents * $1)", 2);
            assertSelects(cents.negated().negated(), "-(-orders.total_cents)");
        }

        @Test
        void moveDates() {
            assertSelects(
                    ORDERS.createdAt.plusInterval(Interval.ofDays(2)).minusInterval(Interval.ofMonths(1)),
                    "orders.created_at + $1 - $2",
                    Interval.ofDays(2),
                    Interval.ofMonths(1));
        }

        @Test
        void joinText() {
            assertSelects(
                    ORDERS.note.concat(" ").concat(ORDERS.status).concat("!"),
                    "orders.note || $1 || orders.status || $2",
                    " ",
                    "!");
        }

        @Test
        void convert() {
            assertPostgresql(
                    select(PRODUCTS.price.times(value(2).cast(PRODUCTS.price.type())))
                            .from(PRODUCTS),
                    "SELECT products.price * CAST($1 AS numeric(12, 2)) FROM products",
                    2);
        }

        @Test
        void refuseWhatIsNoNumber() {
            assertRefused(
                    () -> ORDERS.note.plus("x"),
                    "orders.note.plus(…): text is not a number; use concat(…) to join text, or cast(…)");
            assertRefused(
                    () -> ORDERS.createdAt.plus(ORDERS.createdAt),
                    "orders.created_at.plus(…): timestamptz is not a number; use plusInterval(…) or minusInterval(…)");
            assertRefused(
                    () -> CUSTOMERS.active.negated(),
                    "customers.active.negated(…): boolean is not a number; use cast(…)");
            assertRefused(
                    () -> ORDERS.totalCents.plus(SqlAssertion.<Integer>absent()),
                    "orders.total_cents.plus(null) is always NULL in SQL; pass a value, or nullValue(type) if NULL is meant");
            assertRefused(
                    () -> ORDERS.note.plusInterval(Interval.ofDays(1)),
                    "orders.note.plusInterval(…): text is not a date or time; cast it to one");
        }
    }

    @Test
    void makesArraysOfExpressions() {
        assertSelects(Sql.arrayOf(ORDERS.note, value("x")), "ARRAY[orders.note, $1]", "x");
        assertSelects(Operators.array(Sql.arrayOf(ORDERS.id)).length(), "cardinality(ARRAY[orders.id])");
    }

    @Test
    void bindsValuesOfTheirUsualType() {
        assertSelects(value(new BigDecimal("1.5")), "$1", new BigDecimal("1.5"));
        assertRefused(
                () -> value(new StringBuilder()),
                "there is no usual SQL type for java.lang.StringBuilder; pass the type too");
        assertRefused(() -> value(SqlAssertion.<String>absent()), "value(null) has no type; use nullValue(type)");
    }

    private static void assertSelects(Expression<?> expression, String text, Object... parameters) {
        assertPostgresql(select(expression).from(ORDERS), "SELECT " + text + " FROM orders", parameters);
    }
}
