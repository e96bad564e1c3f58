package io.sluice.sql;

import static io.sluice.sql.Shop.CUSTOMERS;
import static io.sluice.sql.Shop.LINE_ITEMS;
import static io.sluice.sql.Shop.ORDERS;
import static io.sluice.sql.Shop.PRODUCTS;
import static io.sluice.sql.Sql.multiset;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static io.sluice.sql.SqlAssertion.assertRefused;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.BOOLEAN;
import static io.sluice.type.SqlTypes.BYTEA;
import static io.sluice.type.SqlTypes.DATE;
import static io.sluice.type.SqlTypes.DOUBLE;
import static io.sluice.type.SqlTypes.INT4RANGE;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.INTERVAL;
import static io.sluice.type.SqlTypes.JSONB;
import static io.sluice.type.SqlTypes.NUMERIC;
import static io.sluice.type.SqlTypes.REAL;
import static io.sluice.type.SqlTypes.SMALLINT;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.TIME;
import static io.sluice.type.SqlTypes.TIMESTAMP;
import static io.sluice.type.SqlTypes.TIMESTAMPTZ;
import static io.sluice.type.SqlTypes.TIMESTAMPTZ_OFFSET;
import static io.sluice.type.SqlTypes.TSTZRANGE;
import static io.sluice.type.SqlTypes.UUID_TYPE;
import static io.sluice.type.SqlTypes.array;
import static io.sluice.type.SqlTypes.enumeration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sluice.Dialects;
import io.sluice.type.Interval;
import io.sluice.type.Json;
import io.sluice.type.Range;
import io.sluice.type.SqlType;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultisetTest {
    record Line(Integer number, String sku) {}

    record OrderView(Long id, List<Line> lines) {}

    record CustomerView(String name, List<OrderView> orders) {}

    private static final Select<Line> LINES = select(LINE_ITEMS.number, LINE_ITEMS.sku)
            .as(Line::new)
            .from(LINE_ITEMS)
            .where(LINE_ITEMS.orderId.eq(ORDERS.id))
            .orderBy(LINE_ITEMS.number);

    @Nested
    class Compiled {

        @Test
        void isOneArrayOfArraysInTheOrderOfItsQuery() {
            assertPostgresql(
                    select(ORDERS.id, multiset(LINES).as("lines")).from(ORDERS),
                    "SELECT orders.id, (SELECT coalesce(json_agg(json_build_array(t.c1, t.c2)), '[]')"
                            + " FROM (SELECT line_items.number, line_items.sku FROM line_items"
                            + " WHERE line_items.order_id = orders.id ORDER BY line_items.number) AS t (c1, c2)) AS lines"
                            + " FROM orders");
        }

        @Test
        void nests() {
            var orders = select(ORDERS.id, multiset(LINES))
                    .as(OrderView::new)
                    .from(ORDERS)
                    .where(ORDERS.customerId.eq(CUSTOMERS.id));
            assertPostgresql(
                    select(CUSTOMERS.name, multiset(orders)).from(CUSTOMERS),
                    "SELECT customers.name, (SELECT coalesce(json_agg(json_build_array(t.c1, t.c2)), '[]')"
                            + " FROM (SELECT orders.id, (SELECT coalesce(json_agg(json_build_array(t.c1, t.c2)), '[]')"
                            + " FROM (SELECT line_items.number, line_items.sku FROM line_items"
                            + " WHERE line_items.order_id = orders.id ORDER BY line_items.number) AS t (c1, c2))"
                            + " FROM orders WHERE orders.customer_id = customers.id) AS t (c1, c2)) FROM customers");
        }

        @Test
        void doesNotDependOnHowTheSessionShowsValues() {
            assertPostgresql(
                    select(multiset(select(
                                    value(new byte[] {1}),
                                    value(Interval.ofDays(1)),
                                    value(Range.of(1, 2), INT4RANGE),
                                    PRODUCTS.attributes)
                            .from(PRODUCTS))),
                    "SELECT (SELECT coalesce(json_agg(json_build_array(encode(t.c1, 'hex'),"
                            + " json_build_array(extract(year FROM t.c2) * 12 + extract(month FROM t.c2), extract(day FROM t.c2),"
                            + " (extract(hour FROM t.c2) * 60 + extract(minute FROM t.c2)) * 60000000 + extract(microseconds FROM t.c2)),"
                            + " json_build_array(lower(t.c3), upper(t.c3), lower_inc(t.c3), upper_inc(t.c3), isempty(t.c3)),"
                            + " CAST(t.c4 AS text))), '[]')"
                            + " FROM (SELECT $1, $2, CAST($3 AS int4range), products.attributes FROM products) AS t (c1, c2, c3, c4))",
                    new byte[] {1},
                    Interval.ofDays(1),
                    Range.of(1, 2));
        }

        @Test
        void sharesItsTextWithItsLikes() {
            var cache = new io.sluice.dialect.StatementCache<>(Dialects.POSTGRESQL, 10, compiled -> compiled);
            for (int i = 0; i < 3; i++) {
                cache.get(select(ORDERS.id, multiset(select(LINE_ITEMS.sku).from(LINE_ITEMS)))
                        .from(ORDERS)
                        .tree());
            }
            assertThat(cache.statistics().hits()).isEqualTo(2);
        }

        @Test
        void isRefusedWhereTheDatabaseCannot() {
            assertRefused(
                    () -> select(multiset(select(value(List.<byte[]>of(), array(BYTEA)))))
                            .sql(Dialects.POSTGRESQL),
                    "PostgreSQL cannot say bytea[] in a nested collection; select it outside, or take it apart with unnest");
        }

        @Test
        void isJsonWhereItIsCarriedOn() {
            var inner =
                    select(ORDERS.id, multiset(LINES).as("lines")).from(ORDERS).as("o");
            assertPostgresql(
                    select(inner.column("lines", io.sluice.type.SqlTypes.JSON)).from(inner),
                    "SELECT o.lines FROM (SELECT orders.id, (SELECT coalesce(json_agg(json_build_array(t.c1, t.c2)), '[]')"
                            + " FROM (SELECT line_items.number, line_items.sku FROM line_items"
                            + " WHERE line_items.order_id = orders.id ORDER BY line_items.number) AS t (c1, c2)) AS lines"
                            + " FROM orders) AS o");
        }

        @Test
        void isRefusedByDatabasesThatCannotSayIt() {
            var query = select(ORDERS.id, multiset(LINES)).from(ORDERS);
            assertRefused(
                    () -> query.sql(Dialects.H2), "H2 cannot say a nested collection; load it with a query of its own");
            assertThat(query.toString()).startsWith("SELECT orders.id, MULTISET (SELECT line_items.number");
        }

        @Test
        void isRefusedIfItHasTooManyColumns() {
            var many =
                    java.util.stream.Stream.generate(() -> ORDERS.id).limit(101).toList();
            assertRefused(
                    () -> select(multiset(select(many).from(ORDERS))).sql(Dialects.POSTGRESQL),
                    "PostgreSQL cannot say a nested collection of 101 columns; select at most 100 of them");
        }

        @Test
        void isNoValueToSend() {
            var items = multiset(LINES).resultItems();
            assertRefused(
                    () -> items.get(0).type().toDatabase(List.of()),
                    "a nested collection can only be read; it is no value to send");
        }

        @Test
        void refusesAChange() {
            assertRefused(
                    () -> multiset(Sql.deleteFrom(ORDERS).everyRow().returning(ORDERS.id)),
                    "multiset(…) takes a query that only reads; give the change a name with asCte(…) and select from that");
        }
    }

    @Nested
    class Read {

        @Test
        void makesRecordsOfItsRows() {
            Select<OrderView> query =
                    select(ORDERS.id, multiset(LINES)).as(OrderView.class).from(ORDERS);
            assertThat(read(query, 7L, "[[1, \"a-1\"], \n [2, \"b-7\"]]"))
                    .isEqualTo(new OrderView(7L, List.of(new Line(1, "a-1"), new Line(2, "b-7"))));
        }

        @Test
        void isAnEmptyListOfNothing() {
            Select<OrderView> query =
                    select(ORDERS.id, multiset(LINES)).as(OrderView::new).from(ORDERS);
            assertThat(read(query, 7L, "[]")).isEqualTo(new OrderView(7L, List.of()));
        }

        @Test
        void nests() {
            var orders = select(ORDERS.id, multiset(LINES)).as(OrderView::new).from(ORDERS);
            var query = select(CUSTOMERS.name, multiset(orders))
                    .as(CustomerView.class)
                    .from(CUSTOMERS);
            assertThat(read(query, "Ada", "[[7, [[1, \"a,]\\\"\"]]], [8, []]]"))
                    .isEqualTo(new CustomerView(
                            "Ada",
                            List.of(new OrderView(7L, List.of(new Line(1, "a,]\""))), new OrderView(8L, List.of()))));
        }

        @Test
        void isFoundInARowByItself() {
            var lines = multiset(LINES).as("lines");
            Row row = read(select(ORDERS.id, lines).from(ORDERS), 7L, "[[1, \"a-1\"]]");
            assertThat(row.get(lines)).containsExactly(new Line(1, "a-1"));
            assertThat(row.get("lines")).isEqualTo(row.get(lines));
        }

        @Test
        void holdsRowsAndSingleValues() {
            var names = multiset(select(CUSTOMERS.name).from(CUSTOMERS));
            assertThat(read(select(names), "[[\"Ada\"], [\"Bo\"]]")).containsExactly("Ada", "Bo");
            var rows = multiset(select(CUSTOMERS).from(CUSTOMERS));
            List<Row> read = read(select(rows), "[[1, \"Ada\", null, \"NL\", true]]");
            assertThat(read.get(0).get(CUSTOMERS.name)).isEqualTo("Ada");
            assertThat(read.get(0).getOrNull(CUSTOMERS.email)).isNull();
        }

        @Test
        void raisesOnANullThatAListOfValuesCannotHold() {
            var emails = multiset(select(CUSTOMERS.email).from(CUSTOMERS));
            org.assertj.core.api.Assertions.assertThatExceptionOfType(NullResultException.class)
                    .isThrownBy(() -> read(select(emails), "[[null]]"))
                    .withMessage("customers.email is NULL, which a stream cannot hold; select it with .optional()");
            var optional = multiset(select(CUSTOMERS.email.optional()).from(CUSTOMERS));
            assertThat(read(select(optional), "[[null], [\"a\"]]")).containsExactly(Optional.empty(), Optional.of("a"));
        }

        @Test
        void losesNothingOfAnyType() {
            assertReads(BOOLEAN, "true", true);
            assertReads(SMALLINT, "-3", (short) -3);
            assertReads(INTEGER, "2147483647", Integer.MAX_VALUE);
            assertReads(BIGINT, "9223372036854775807", Long.MAX_VALUE);
            assertReads(NUMERIC, "12345678901234567890.1200", new BigDecimal("12345678901234567890.1200"));
            assertReads(REAL, "0.1", 0.1f);
            assertReads(DOUBLE, "1.7976931348623157e+308", Double.MAX_VALUE);
            assertReads(DOUBLE, "\"NaN\"", Double.NaN);
            assertReads(DOUBLE, "\"-Infinity\"", Double.NEGATIVE_INFINITY);
            assertReads(TEXT, "\"tab\\t \\\\ \\/ \\u00e9\\ud83d\\ude00 é\"", "tab\t \\ / é😀 é");
            assertReads(BYTEA, "\"00ff7f\"", new byte[] {0, -1, 127});
            assertReads(
                    UUID_TYPE,
                    "\"6e1f4b5a-0000-4000-8000-00000000000a\"",
                    UUID.fromString("6e1f4b5a-0000-4000-8000-00000000000a"));
            assertReads(JSONB, "\"{\\\"a\\\": null}\"", new Json("{\"a\": null}"));
            assertReads(JSONB, "\"null\"", Json.NULL);
            assertReads(JSONB, "null", null);
            assertReads(INTERVAL, "[14, 3, -1500000]", new Interval(14, 3, -1_500_000));
            assertReads(INTERVAL, "[14.000000, 3, 1500000.000000]", new Interval(14, 3, 1_500_000));
            assertReads(INTERVAL, "[null, null, null]", null);
            assertReads(enumeration("day", DayOfWeek.class), "\"FRIDAY\"", DayOfWeek.FRIDAY);
        }

        @Test
        void readsDatesAndTimesAsTheDatabaseWritesThem() {
            assertReads(DATE, "\"2024-02-29\"", LocalDate.of(2024, 2, 29));
            assertReads(DATE, "\"0044-03-15 BC\"", LocalDate.of(-43, 3, 15));
            assertReads(DATE, "\"12024-01-01\"", LocalDate.of(12024, 1, 1));
            assertReads(DATE, "\"infinity\"", LocalDate.MAX);
            assertReads(TIME, "\"23:59:59.000001\"", LocalTime.of(23, 59, 59, 1_000));
            assertReads(TIMESTAMP, "\"2024-02-29T12:00:00.5\"", LocalDateTime.of(2024, 2, 29, 12, 0, 0, 500_000_000));
            assertReads(TIMESTAMP, "\"-infinity\"", LocalDateTime.MIN);
            assertReads(TIMESTAMPTZ, "\"2024-02-29T12:00:00+05:30\"", Instant.parse("2024-02-29T06:30:00Z"));
            assertReads(TIMESTAMPTZ, "\"0001-01-01T00:00:00-00:01:15 BC\"", Instant.parse("0000-01-01T00:01:15Z"));
            assertReads(
                    TIMESTAMPTZ_OFFSET, "\"2024-02-29T12:00:00+05:30\"", OffsetDateTime.parse("2024-02-29T06:30:00Z"));
        }

        @Test
        void readsRangesArraysAndTypesOfOnesOwn() {
            assertReads(INT4RANGE, "[1, 5, true, false, false]", Range.of(1, 5));
            assertReads(INT4RANGE, "[null, null, false, false, true]", Range.empty());
            assertReads(INT4RANGE, "[null, null, null, null, null]", null);
            assertReads(
                    TSTZRANGE,
                    "[\"2024-01-01T00:00:00+00:00\", null, true, false, false]",
                    Range.of(Instant.parse("2024-01-01T00:00:00Z"), null));
            assertReads(array(INTEGER), "[1,null,3]", Arrays.asList(1, null, 3));
            assertReads(array(TEXT), "[]", List.of());
            assertReads(array(TEXT), "null", null);
            SqlType<StringBuilder> own = TEXT.map(StringBuilder.class, StringBuilder::new, StringBuilder::toString);
            assertThat(String.valueOf(readOne(own, "\"x\""))).isEqualTo("x");
            assertThat(readOne(own, "null")).isNull();
            assertThat(String.valueOf(readOne(array(own), "[\"x\"]"))).isEqualTo("[x]");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{}",
                    "[[1]",
                    "[[1, 2]]",
                    "[[]]",
                    "[[1] [2]]",
                    "[[1]] x",
                    "[[\"a]]",
                    "[[\"\\x\"]]",
                    "[[\"\\u12\"]]"
                })
        void raisesOnWhatIsNoArrayOfRows(String json) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> readOnly(json))
                    .withMessageMatching(
                            "a nested collection cannot be read: its JSON should have .* at \\d+ of \\d+ characters");
        }

        private Object readOnly(String json) {
            return read(select(multiset(select(ORDERS.status).from(ORDERS))), json);
        }

        private <T> void assertReads(SqlType<T> type, String json, @Nullable Object expected) {
            assertThat(readOne(type, json)).as("%s of %s", type, json).isEqualTo(expected);
        }

        private <T> @Nullable Object readOne(SqlType<T> type, String json) {
            var column = Sql.nullValue(type);
            List<Row> rows = read(select(multiset(select(column, value(1)))), "[[" + json + ", 1]]");
            return rows.get(0).getOrNull(column);
        }

        /** What an engine would hand over: the JSON of the last column. */
        private <R> R read(Query<R> query, Object... values) {
            values[values.length - 1] = new Json((String) values[values.length - 1]);
            return query.reader().read(values);
        }
    }
}
