package io.sluice.sql;

import static io.sluice.sql.Sql.multiset;
import static io.sluice.sql.Sql.nullValue;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.Store.CUSTOMERS;
import static io.sluice.sql.Store.LINE_ITEMS;
import static io.sluice.sql.Store.ORDERS;
import static io.sluice.sql.Store.PRODUCTS;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.BOOLEAN;
import static io.sluice.type.SqlTypes.BYTEA;
import static io.sluice.type.SqlTypes.DATE;
import static io.sluice.type.SqlTypes.DATERANGE;
import static io.sluice.type.SqlTypes.DOUBLE;
import static io.sluice.type.SqlTypes.INET;
import static io.sluice.type.SqlTypes.INT8RANGE;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.INTERVAL;
import static io.sluice.type.SqlTypes.JSON;
import static io.sluice.type.SqlTypes.JSONB;
import static io.sluice.type.SqlTypes.NUMERIC;
import static io.sluice.type.SqlTypes.NUMRANGE;
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
import static io.sluice.type.SqlTypes.character;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.type.Interval;
import io.sluice.type.Json;
import io.sluice.type.Range;
import io.sluice.type.SqlType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(120)
class MultisetIT {
    @RegisterExtension
    final StoreDatabase store = new StoreDatabase();

    record Line(Integer number, String title, BigDecimal price) {}

    record OrderView(Long id, Instant createdAt, List<Line> lines) {}

    record CustomerView(String name, List<OrderView> orders, List<String> statuses) {}

    @Test
    void loadsAGraphInOneStatement() {
        var lines = select(LINE_ITEMS.number, PRODUCTS.title, PRODUCTS.price)
                .as(Line::new)
                .from(LINE_ITEMS)
                .join(PRODUCTS)
                .where(LINE_ITEMS.orderId.eq(ORDERS.id))
                .orderBy(LINE_ITEMS.number.desc());
        var orders = select(ORDERS.id, ORDERS.createdAt, multiset(lines))
                .as(OrderView.class)
                .from(ORDERS)
                .where(ORDERS.customerId.eq(CUSTOMERS.id))
                .orderBy(ORDERS.id);
        var statuses = select(ORDERS.status).distinct().from(ORDERS).where(ORDERS.customerId.eq(CUSTOMERS.id));
        var shoe = new BigDecimal("19.99");
        store.assertGives(
                select(CUSTOMERS.name, multiset(orders), multiset(statuses.orderBy(ORDERS.status)))
                        .as(CustomerView::new)
                        .from(CUSTOMERS)
                        .orderBy(CUSTOMERS.id),
                new CustomerView(
                        "Ada",
                        List.of(
                                new OrderView(
                                        1L,
                                        Instant.parse("2024-05-01T10:00:00Z"),
                                        List.of(
                                                new Line(2, "Blue hat", new BigDecimal("7.50")),
                                                new Line(1, "Red shoes", shoe))),
                                new OrderView(2L, Instant.parse("2024-05-02T10:00:00Z"), List.of())),
                        List.of("open", "paid")),
                new CustomerView(
                        "Bo",
                        List.of(new OrderView(
                                3L, Instant.parse("2024-05-02T10:00:00Z"), List.of(new Line(1, "Red shoes", shoe)))),
                        List.of("paid")),
                new CustomerView(
                        "Cy",
                        List.of(new OrderView(4L, Instant.parse("2024-05-03T10:00:00Z"), List.of())),
                        List.of("paid")));
    }

    @Test
    void givesRowsThatKnowTheirColumns() {
        var orders = multiset(select(ORDERS)
                .from(ORDERS)
                .where(ORDERS.customerId.eq(CUSTOMERS.id))
                .orderBy(ORDERS.id));
        Row ada = store.list(select(CUSTOMERS.id, orders).from(CUSTOMERS).orderBy(CUSTOMERS.id))
                .get(0);
        assertThat(ada.get(orders)).extracting(row -> row.get(ORDERS.status)).containsExactly("paid", "open");
        assertThat(ada.get(orders).get(1).getOrNull(ORDERS.note)).isNull();
    }

    /** Each value goes to the database in a statement and comes back in a nested collection. */
    @Test
    void losesNothingOnTheWay() {
        assertSame(BOOLEAN, true);
        assertSame(SMALLINT, (short) -7);
        assertSame(INTEGER, Integer.MIN_VALUE);
        assertSame(BIGINT, Long.MAX_VALUE);
        assertSame(NUMERIC, new BigDecimal("12345678901234567890123.456700"));
        assertSame(REAL, 1.1f);
        assertSame(DOUBLE, 0.1 + 0.2);
        assertSame(DOUBLE, Double.NaN);
        assertSame(DOUBLE, Double.POSITIVE_INFINITY);
        assertSame(TEXT, "a\"b\\c\n\té😀\u0001</x>");
        assertSame(character(4), "ab  ");
        assertSame(BYTEA, new byte[] {0, 1, -1, 92});
        assertSame(DATE, LocalDate.of(12024, 2, 29));
        assertSame(DATE, LocalDate.of(-43, 3, 15));
        assertSame(TIME, LocalTime.of(23, 59, 59, 999_999_000));
        assertSame(TIMESTAMP, LocalDateTime.of(1999, 12, 31, 23, 59, 59, 1_000));
        assertSame(TIMESTAMPTZ, Instant.parse("2024-02-29T12:00:00.123456Z"));
        assertSame(TIMESTAMPTZ_OFFSET, OffsetDateTime.parse("2024-02-29T12:00:00Z"));
        assertSame(UUID_TYPE, UUID.fromString("6e1f4b5a-0000-4000-8000-00000000000a"));
        assertSame(JSON, new Json("{ \"b\" : 1.50 }"));
        assertSame(JSONB, new Json("{\"b\": [null, \"x\"]}"));
        assertSame(JSONB, Json.NULL);
        assertSame(INTERVAL, new Interval(-14, 3, -93_784_500_000L));
        assertSame(INTERVAL, new Interval(14, -3, 500_000));
        assertSame(INTERVAL, new Interval(0, 0, -1));
        assertSame(INET, "10.0.0.1");
        assertSame(array(INTEGER), Arrays.asList(1, null, 3));
        assertSame(array(TEXT), List.of("a,b", "{}", "\"", ""));
        assertSame(INT8RANGE, Range.of(1L, 5L));
        assertSame(INT8RANGE, Range.empty());
        assertSame(NUMRANGE, Range.closed(new BigDecimal("1.10"), new BigDecimal("2")));
        assertSame(DATERANGE, Range.of(LocalDate.of(2024, 1, 1), null));
        assertSame(TSTZRANGE, Range.of(null, Instant.parse("2024-02-29T12:00:00Z")));
    }

    private <T> void assertSame(SqlType<T> type, T value) {
        var given = value(value, type).cast(type);
        var nothing = nullValue(type).cast(type);
        var rows = store.one(select(multiset(select(given, nothing, value("end")))));
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get(given)).as("%s", type).isEqualTo(value);
        assertThat(rows.get(0).getOrNull(nothing)).as("%s", type).isNull();
    }
}
