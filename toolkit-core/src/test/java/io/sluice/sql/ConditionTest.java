package io.sluice.sql;

import static io.sluice.sql.Shop.CUSTOMERS;
import static io.sluice.sql.Shop.LINE_ITEMS;
import static io.sluice.sql.Shop.ORDERS;
import static io.sluice.sql.Sql.all;
import static io.sluice.sql.Sql.and;
import static io.sluice.sql.Sql.any;
import static io.sluice.sql.Sql.condition;
import static io.sluice.sql.Sql.exists;
import static io.sluice.sql.Sql.not;
import static io.sluice.sql.Sql.notExists;
import static io.sluice.sql.Sql.or;
import static io.sluice.sql.Sql.param;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.tuple;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.SqlAssertion.absent;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static io.sluice.sql.SqlAssertion.assertRefused;
import static io.sluice.type.SqlTypes.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.Dialects;
import io.sluice.sql.tree.Atom.Param;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConditionTest {

    @Nested
    class Comparisons {

        @Test
        void compareWithValuesAndExpressions() {
            assertHolds(ORDERS.totalCents.eq(1), "orders.total_cents = $1", 1);
            assertHolds(ORDERS.totalCents.ne(1), "orders.total_cents <> $1", 1);
            assertHolds(ORDERS.totalCents.lt(1), "orders.total_cents < $1", 1);
            assertHolds(ORDERS.totalCents.le(1), "orders.total_cents <= $1", 1);
            assertHolds(ORDERS.totalCents.gt(1), "orders.total_cents > $1", 1);
            assertHolds(ORDERS.totalCents.ge(1), "orders.total_cents >= $1", 1);
            assertHolds(ORDERS.billedTo.eq(ORDERS.shippedTo), "orders.billed_to = orders.shipped_to");
            assertHolds(
                    ORDERS.totalCents.plus(1).gt(ORDERS.totalCents.times(2)),
                    "orders.total_cents + $1 > orders.total_cents * $2",
                    1,
                    2);
            assertHolds(
                    condition(ORDERS.totalCents.gt(1)).eq(ORDERS.totalCents.lt(2)),
                    "(orders.total_cents > $1) = (orders.total_cents < $2)",
                    1,
                    2);
        }

        @Test
        void liveBetweenTwoEnds() {
            assertHolds(ORDERS.totalCents.between(1, 2), "orders.total_cents BETWEEN $1 AND $2", 1, 2);
            assertHolds(ORDERS.totalCents.notBetween(1, 2), "orders.total_cents NOT BETWEEN $1 AND $2", 1, 2);
            assertHolds(
                    ORDERS.id.between(ORDERS.billedTo, ORDERS.shippedTo),
                    "orders.id BETWEEN orders.billed_to AND orders.shipped_to");
            assertHolds(
                    ORDERS.id.notBetween(ORDERS.billedTo, ORDERS.shippedTo),
                    "orders.id NOT BETWEEN orders.billed_to AND orders.shipped_to");
        }

        @Test
        void askForNull() {
            assertHolds(ORDERS.note.isNull(), "orders.note IS NULL");
            assertHolds(ORDERS.note.isNotNull(), "orders.note IS NOT NULL");
        }

        @Test
        void treatNullAsAValueIfAsked() {
            assertHolds(ORDERS.note.isDistinctFrom("a"), "orders.note IS DISTINCT FROM $1", "a");
            assertHolds(ORDERS.note.isNotDistinctFrom(ORDERS.status), "orders.note IS NOT DISTINCT FROM orders.status");
            String nothing = absent();
            assertThat(ORDERS.note.isNotDistinctFrom(nothing))
                    .satisfies(condition -> assertThat(select(ORDERS.id)
                                    .from(ORDERS)
                                    .where(condition)
                                    .sql(Dialects.POSTGRESQL))
                            .hasToString("SELECT orders.id FROM orders WHERE orders.note IS NOT DISTINCT FROM $1")
                            .extracting(SqlText::parameters)
                            .isEqualTo(Collections.singletonList(null)));
        }

        @Test
        void refuseNull() {
            assertRefused(
                    () -> ORDERS.note.eq(SqlAssertion.<String>absent()),
                    "orders.note.eq(null) is never true in SQL; use orders.note.isNull()");
            assertRefused(
                    () -> ORDERS.note.ne(SqlAssertion.<String>absent()),
                    "orders.note.ne(null) is never true in SQL; use orders.note.isNotNull()");
            assertRefused(
                    () -> ORDERS.note.eq(SqlAssertion.<Operand<String>>absent()),
                    "orders.note = null is never true in SQL; use orders.note.isNull()");
            assertRefused(
                    () -> ORDERS.totalCents.between(absent(), Integer.valueOf(2)),
                    "orders.total_cents.between(null) is never true in SQL; use orders.total_cents.isNull()");
        }

        @Test
        @SuppressWarnings({"unchecked", "rawtypes"}) // what erased generics let through
        void refuseValuesOfAnotherClass() {
            assertRefused(
                    () -> ((Expression) ORDERS.totalCents).eq("1"),
                    "orders.total_cents.eq(…) takes Integer, not java.lang.String");
        }
    }

    @Nested
    class Lists {

        @Test
        void travelAsOneArray() {
            assertHolds(ORDERS.id.in(List.of(1L, 2L)), "orders.id = ANY ($1)", List.of(1L, 2L));
            assertHolds(ORDERS.id.notIn(List.of(1L)), "orders.id <> ALL ($1)", List.of(1L));
            assertHolds(ORDERS.id.in(List.of()), "orders.id = ANY ($1)", List.of());
        }

        @Test
        void mayBeQueries() {
            var paid = select(LINE_ITEMS.orderId).from(LINE_ITEMS).where(LINE_ITEMS.quantity.gt(1));
            assertHolds(
                    ORDERS.id.in(paid),
                    "orders.id IN (SELECT line_items.order_id FROM line_items WHERE line_items.quantity > $1)",
                    1);
            assertHolds(
                    ORDERS.id.notIn(paid),
                    "orders.id NOT IN (SELECT line_items.order_id FROM line_items WHERE line_items.quantity > $1)",
                    1);
        }

        @Test
        void holdNoNull() {
            assertRefused(
                    () -> ORDERS.note.in(Arrays.asList("a", null)),
                    "orders.note.in(…) has a null among its values, which no row can match; leave it out, or add .or(orders.note.isNull())");
        }
    }

    @Nested
    class OnText {

        @Test
        void matchesPatterns() {
            assertHolds(CUSTOMERS.name.like("A%"), "customers.name LIKE $1", "A%");
            assertHolds(CUSTOMERS.name.notLike("A_"), "customers.name NOT LIKE $1", "A_");
            assertHolds(CUSTOMERS.name.ilike("a%"), "customers.name ILIKE $1", "a%");
            assertHolds(CUSTOMERS.name.notIlike("a%"), "customers.name NOT ILIKE $1", "a%");
            assertHolds(CUSTOMERS.name.like(CUSTOMERS.email), "customers.name LIKE customers.email");
            assertHolds(CUSTOMERS.name.notLike(CUSTOMERS.email), "customers.name NOT LIKE customers.email");
        }

        @Test
        void takesSearchedTextAsItIs() {
            assertHolds(CUSTOMERS.name.startsWith("50%_\\"), "customers.name LIKE $1", "50\\%\\_\\\\%");
            assertHolds(CUSTOMERS.name.endsWith("_x"), "customers.name LIKE $1", "%\\_x");
            assertHolds(CUSTOMERS.name.contains("%"), "customers.name LIKE $1", "%\\%%");
            assertHolds(CUSTOMERS.name.containsIgnoringCase("a"), "customers.name ILIKE $1", "%a%");
        }

        @Test
        void matchesRegularExpressions() {
            assertHolds(CUSTOMERS.name.matches("^A.*"), "customers.name ~ $1", "^A.*");
            assertHolds(CUSTOMERS.name.matchesIgnoringCase("^a"), "customers.name ~* $1", "^a");
            assertHolds(CUSTOMERS.name.notMatches("^A"), "customers.name !~ $1", "^A");
        }

        @Test
        void comparesByACollation() {
            assertHolds(CUSTOMERS.name.collate("C").gt("a"), "customers.name COLLATE \"C\" > $1", "a");
        }

        @Test
        void refusesWhatIsNoText() {
            assertRefused(
                    () -> ORDERS.totalCents.like("1%"),
                    "orders.total_cents.like(…): integer is a number, not text; use cast(TEXT)");
            assertRefused(
                    () -> ORDERS.id.contains("1"),
                    "orders.id.contains(…): bigint is a number, not text; use cast(TEXT)");
            assertRefused(
                    () -> CUSTOMERS.name.like(SqlAssertion.<String>absent()),
                    "customers.name.like(null) is never true in SQL; pass a pattern, or use isNull()");
            assertRefused(
                    () -> CUSTOMERS.name.startsWith(absent()),
                    "a LIKE pattern cannot be made of null; use isNull() to ask for rows without a value");
        }
    }

    @Nested
    class Combinations {
        private final Condition cheap = ORDERS.totalCents.lt(1);
        private final Condition paid = ORDERS.status.eq("paid");
        private final Condition noted = ORDERS.note.isNotNull();

        @Test
        void keepTheirMeaning() {
            assertHolds(
                    cheap.or(paid).and(noted),
                    "(orders.total_cents < $1 OR orders.status = $2) AND orders.note IS NOT NULL",
                    1,
                    "paid");
            assertHolds(
                    cheap.or(paid.and(noted)),
                    "orders.total_cents < $1 OR orders.status = $2 AND orders.note IS NOT NULL",
                    1,
                    "paid");
            assertHolds(
                    not(cheap.and(noted)).or(paid.not()),
                    "NOT (orders.total_cents < $1 AND orders.note IS NOT NULL) OR NOT (orders.status = $2)",
                    1,
                    "paid");
            assertHolds(
                    and(cheap, or(paid, noted)),
                    "orders.total_cents < $1 AND (orders.status = $2 OR orders.note IS NOT NULL)",
                    1,
                    "paid");
        }

        @Test
        void ofNothingHaveAMeaning() {
            assertPostgresql(select(ORDERS.id).from(ORDERS).where(and()), "SELECT orders.id FROM orders");
            assertHolds(or(), "FALSE");
            assertHolds(and().or(paid), "TRUE OR orders.status = $1", "paid");
            assertHolds(or().or(paid), "orders.status = $1", "paid");
        }

        @Test
        void inOneWhereOrInManyAreAnd() {
            var expected = "SELECT orders.id FROM orders WHERE orders.total_cents < $1 AND orders.status = $2";
            assertPostgresql(select(ORDERS.id).from(ORDERS).where(cheap, paid), expected, 1, "paid");
            assertPostgresql(select(ORDERS.id).from(ORDERS).where(cheap).where(paid), expected, 1, "paid");
            assertPostgresql(
                    select(ORDERS.id).from(ORDERS).where(cheap.or(noted)).where(paid),
                    "SELECT orders.id FROM orders WHERE (orders.total_cents < $1 OR orders.note IS NOT NULL) AND orders.status = $2",
                    1,
                    "paid");
        }

        @Test
        void refuseNull() {
            assertRefused(
                    () -> select(ORDERS.id).from(ORDERS).where(paid, absent()),
                    "a condition is null; leave it out, or pass and() for one that is always true");
        }
    }

    @Nested
    class Booleans {

        @Test
        void areConditionsThemselves() {
            assertPostgresql(
                    select(CUSTOMERS.id).from(CUSTOMERS).where(CUSTOMERS.active, not(CUSTOMERS.active)),
                    "SELECT customers.id FROM customers WHERE customers.active AND NOT customers.active");
            assertPostgresql(
                    select(CUSTOMERS.id)
                            .from(CUSTOMERS)
                            .where(condition(CUSTOMERS.active).or(CUSTOMERS.name.eq("x"))),
                    "SELECT customers.id FROM customers WHERE customers.active OR customers.name = $1",
                    "x");
        }

        @Test
        void areNeverUnknownIfAskedSo() {
            assertHolds(CUSTOMERS.active.isTrue(), "customers.active IS TRUE");
            assertHolds(CUSTOMERS.active.isNotTrue(), "customers.active IS NOT TRUE");
            assertHolds(CUSTOMERS.active.isFalse(), "customers.active IS FALSE");
            assertHolds(CUSTOMERS.active.isNotFalse(), "customers.active IS NOT FALSE");
            assertHolds(ORDERS.note.eq("a").isNotTrue(), "(orders.note = $1) IS NOT TRUE", "a");
            assertRefused(
                    () -> ORDERS.note.isTrue(), "orders.note.isTrue(): text is not boolean; compare it with a value");
        }
    }

    @Nested
    class Queries {
        private final Select<Long> lines =
                select(LINE_ITEMS.orderId).from(LINE_ITEMS).where(LINE_ITEMS.orderId.eq(ORDERS.id));

        @Test
        void giveARowOrNone() {
            String query = "EXISTS (SELECT line_items.order_id FROM line_items WHERE line_items.order_id = orders.id)";
            assertHolds(exists(lines), query);
            assertHolds(notExists(lines), "NOT " + query);
            assertHolds(not(exists(lines)), "NOT " + query);
        }

        @Test
        void areComparedWithAsAWhole() {
            assertHolds(
                    ORDERS.id.gt(all(lines)),
                    "orders.id > ALL (SELECT line_items.order_id FROM line_items WHERE line_items.order_id = orders.id)");
            assertHolds(
                    ORDERS.id.eq(any(lines)),
                    "orders.id = ANY (SELECT line_items.order_id FROM line_items WHERE line_items.order_id = orders.id)");
            assertHolds(value("a").eq(any(Shop.PRODUCTS.tags)), "$1 = ANY (products.tags)", "a");
            assertHolds(value("a").ne(all(Shop.PRODUCTS.tags)), "$1 <> ALL (products.tags)", "a");
        }

        @Test
        void areValues() {
            assertHolds(
                    ORDERS.id.eq(lines.limit(1)),
                    "orders.id = (SELECT line_items.order_id FROM line_items WHERE line_items.order_id = orders.id LIMIT $1)",
                    1L);
        }

        @Test
        void mustOnlyRead() {
            assertRefused(
                    () -> exists(Sql.deleteFrom(ORDERS).everyRow().returning(ORDERS.id)),
                    "exists(…) takes a query that only reads; give the change a name with asCte(…) and select from that");
        }
    }

    @Nested
    class Tuples {
        private final Tuple pair = tuple(LINE_ITEMS.orderId, LINE_ITEMS.number);

        @Test
        void areComparedTogether() {
            assertHolds(
                    pair.eq(tuple(value(7L), value(1))), "(line_items.order_id, line_items.number) = ($1, $2)", 7L, 1);
            assertHolds(
                    pair.gt(tuple(value(7L), value(1))), "(line_items.order_id, line_items.number) > ($1, $2)", 7L, 1);
            assertHolds(
                    pair.in(List.of(tuple(value(7L), value(1)), tuple(value(8L), value(2)))),
                    "(line_items.order_id, line_items.number) IN (($1, $2), ($3, $4))",
                    7L,
                    1,
                    8L,
                    2);
            assertHolds(pair.in(List.of()), "FALSE");
            assertHolds(
                    pair.in(select(ORDERS.id, ORDERS.totalCents).from(ORDERS)),
                    "(line_items.order_id, line_items.number) IN (SELECT orders.id, orders.total_cents FROM orders)");
        }

        @Test
        void mustBeAlike() {
            assertRefused(
                    () -> pair.eq(tuple(value(7L))),
                    "tuple.eq(…): [bigint, integer] cannot be compared with [bigint]; both sides need the same number of values of the same types");
        }
    }

    @Test
    void leavesAPlaceForAValueThatComesLater() {
        var byId = select(ORDERS.note).from(ORDERS).where(ORDERS.id.eq(param("id", BIGINT)));
        assertThat(byId.sql(Dialects.POSTGRESQL).text())
                .isEqualTo("SELECT orders.note FROM orders WHERE orders.id = $1");
        assertThat(byId.sql(Dialects.POSTGRESQL).parameters()).containsExactly(new Param("id", BIGINT));
    }

    private static void assertHolds(Condition condition, String text, Object... parameters) {
        assertPostgresql(
                select(Functions.currentDate()).where(condition), "SELECT CURRENT_DATE WHERE " + text, parameters);
    }
}
