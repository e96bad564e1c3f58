package io.sluice.batch;

import static io.sluice.batch.Volumes.VOLUME;
import static io.sluice.schema.Columns.column;
import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Sql.bind;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.param;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.Dialects;
import io.sluice.dialect.Dialect;
import io.sluice.engine.Engine;
import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.sql.Binding;
import io.sluice.sql.ColumnValue;
import io.sluice.sql.Condition;
import io.sluice.sql.Parameter;
import io.sluice.test.database.Template;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import io.sluice.type.Family;
import io.sluice.type.Interval;
import io.sluice.type.Json;
import io.sluice.type.Kind;
import io.sluice.type.Range;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes in with a batch comes out as it was: values of every type, among NULLs. */
@Timeout(120)
class BatchTypesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Stream<Arguments> databases() {
        return Stream.of(
                Arguments.of(TestServer.POSTGRESQL, Dialects.POSTGRESQL),
                Arguments.of(TestServer.H2, Dialects.H2),
                Arguments.of(TestServer.MARIADB, Dialects.MARIADB));
    }

    private static final List<Map<String, Object>> SETS = List.of(
            Map.of("id", 1L, "title", "all NULL"),
            Map.ofEntries(
                    Map.entry("id", 2L),
                    Map.entry("title", "it's \"quoted\" \\ and % with ? and :id and \uD83D\uDCDA"),
                    Map.entry("pages", Integer.MIN_VALUE),
                    Map.entry("price", new BigDecimal("-99999999.99")),
                    Map.entry("in_print", true),
                    Map.entry("edition", Short.MAX_VALUE),
                    Map.entry("weight", 1.0e-300),
                    // MariaDB's UNION keeps 16 bits of a length
                    Map.entry("blurb", "x\u00e9\n\t".repeat(50_000)),
                    Map.entry("published", LocalDate.of(1970, 1, 1)),
                    Map.entry("read_at", LocalTime.of(23, 59, 59, 999_999_000)),
                    Map.entry("bound", LocalDateTime.of(2024, 2, 29, 12, 30, 45, 123_456_000)),
                    Map.entry("added", Instant.parse("2026-03-29T01:30:00.000001Z")),
                    Map.entry("code", new UUID(-1, 1)),
                    Map.entry("cover", Arrays.copyOf(new byte[] {0, 1, -1, 39, 92}, 70_000)),
                    Map.entry("details", new Json("{\"a\":[1,\"it's \\\"\",null]}"))),
            Map.of("id", 3L, "title", "", "weight", 0.1, "in_print", false, "price", new BigDecimal("0.10")),
            Map.of(
                    "id",
                    4L,
                    "title",
                    " ",
                    "weight",
                    1.0e300,
                    "cover",
                    new byte[0],
                    "published",
                    LocalDate.of(9999, 12, 31)));

    @ParameterizedTest
    @MethodSource("databases")
    void insertsAndUpdatesEveryType(TestServer server, Dialect dialect) {
        roundTrip(server, Volumes.template(dialect), VOLUME, SETS);
    }

    enum Mood {
        CALM,
        WILD
    }

    /** Types that only PostgreSQL has, and those that its arrays cannot hold. */
    @Test
    void insertsAndUpdatesWhatOnlyPostgresqlHas() {
        Table thing = Table.named(
                "thing",
                column("id", SqlTypes.BIGINT),
                column("mood", SqlTypes.enumeration("mood", Mood.class)),
                column("details", SqlTypes.JSONB),
                column("valid", SqlTypes.DATERANGE),
                column("amounts", SqlTypes.NUMRANGE),
                column("address", SqlTypes.INET),
                column("letters", SqlTypes.character(3)),
                column("total", SqlTypes.NUMERIC),
                column("ratio", SqlTypes.REAL));
        List<Map<String, Object>> sets = List.of(
                Map.of("id", 1L),
                Map.of(
                        "id",
                        2L,
                        "mood",
                        Mood.WILD,
                        "details",
                        new Json("{\"a\": \"}{,\\\"\"}"),
                        "valid",
                        Range.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1)),
                        "amounts",
                        Range.of(new BigDecimal("1.5"), new BigDecimal("2.5")),
                        "address",
                        "192.168.0.1/32",
                        "letters",
                        "abc",
                        "total",
                        new BigDecimal("12345678901234567890.123456789"),
                        "ratio",
                        1.5f));
        onPostgresql(thing, sets);
        onPostgresql(
                Table.named(
                        "thing",
                        column("id", SqlTypes.BIGINT),
                        column("tags", SqlTypes.array(SqlTypes.TEXT)),
                        column("lasts", SqlTypes.INTERVAL)),
                List.of(
                        Map.of("id", 1L),
                        Map.of("id", 2L, "tags", List.of("a,b", "\"c\""), "lasts", new Interval(1, 2, 3_000_004L)),
                        Map.of("id", 3L, "tags", List.of())));
    }

    private static void onPostgresql(Table table, List<Map<String, Object>> sets) {
        List<String> columns = table.columns().stream()
                .map(column -> column.name() + " " + Dialects.POSTGRESQL.typeName(column.type()))
                .toList();
        roundTrip(
                TestServer.POSTGRESQL,
                Template.of(
                        "CREATE TYPE mood AS ENUM ('CALM', 'WILD')",
                        "CREATE TABLE thing (%s)".formatted(String.join(", ", columns))),
                table,
                sets);
    }

    private static void roundTrip(TestServer server, Template template, Table table, List<Map<String, Object>> sets) {
        try (TestDatabase database = server.database(template)) {
            Engine engine = Engine.create(database.url());
            try {
                var insert = insertInto(table)
                        .values(values(table.columns()).toArray(ColumnValue[]::new))
                        .forEach(sets, bindings(table.columns()));
                assertThat(engine.execute(insert).rowCount().block(PATIENCE)).isEqualTo(sets.size());
                assertHolds(engine, table, sets);

                List<Map<String, Object>> turned = turned(sets);
                Column<Long> id = table.column("id", Long.class);
                Parameter<Long> key = param("id", SqlTypes.BIGINT);
                var update = update(table)
                        .set(values(table.columns()).stream()
                                .filter(value -> !value.assignment().column().equals("id"))
                                .toArray(ColumnValue[]::new))
                        .where(id.eq(key))
                        .forEach(turned, bindings(table.columns()));
                assertThat(engine.execute(update).rowCount().block(PATIENCE)).isEqualTo(sets.size());
                assertHolds(engine, table, turned);
            } finally {
                engine.close().block(PATIENCE);
            }
        }
    }

    /** The values of one set for the id of the next. */
    private static List<Map<String, Object>> turned(List<Map<String, Object>> sets) {
        List<Map<String, Object>> turned = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            Map<String, Object> values = new HashMap<>(sets.get((i + 1) % sets.size()));
            values.put("id", i + 1L);
            turned.add(values);
        }
        return turned;
    }

    private static List<ColumnValue> values(List<Column<?>> columns) {
        return columns.stream().<ColumnValue>map(BatchTypesIT::value).toList();
    }

    private static <T> ColumnValue value(Column<T> column) {
        return column.to(param(column.name(), column.type()));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    private static Binding<Map<String, Object>>[] bindings(List<Column<?>> columns) {
        return columns.stream()
                .map(column -> binding(column.name(), column.type()))
                .toArray(Binding[]::new);
    }

    @SuppressWarnings("unchecked") // the maps hold what the columns take
    private static <T> Binding<Map<String, Object>> binding(String name, SqlType<T> type) {
        return bind(param(name, type), (Map<String, Object> set) -> (T) set.get(name));
    }

    private static void assertHolds(Engine engine, Table table, List<Map<String, Object>> sets) {
        Column<Long> id = table.column("id", Long.class);
        for (Column<?> column : table.columns()) {
            if (!isReadable(column.type())) {
                sets.forEach(set -> assertThat(isThere(
                                engine, table, id.eq((Long) Objects.requireNonNull(set.get("id"))), column, set))
                        .as(column.name())
                        .isTrue());
                continue;
            }
            List<@Nullable Object> actual = new ArrayList<>();
            engine.execute(select(id, column).from(table).orderBy(id))
                    .list()
                    .blockOptional(PATIENCE)
                    .orElseThrow()
                    .forEach(row -> actual.add(row.getOrNull(column)));
            List<@Nullable Object> expected = new ArrayList<>();
            sets.forEach(set -> expected.add(set.get(column.name())));
            assertThat(actual).as(column.name()).usingRecursiveComparison().isEqualTo(expected);
        }
    }

    /** Its driver gives ranges, intervals and addresses in forms of its own. */
    private static boolean isReadable(SqlType<?> type) {
        return type.kind() != Kind.INET && type.family() != Family.RANGE && type.family() != Family.INTERVAL;
    }

    @SuppressWarnings("unchecked") // the maps hold what the columns take
    private static <T> boolean isThere(
            Engine engine, Table table, Condition isRow, Column<T> column, Map<String, Object> set) {
        @Nullable T value = (T) set.get(column.name());
        Condition isValue = value == null ? column.isNull() : column.eq(value);
        return engine.execute(select(count()).from(table).where(isRow, isValue))
                .one()
                .blockOptional(PATIENCE)
                .orElseThrow()
                .equals(1L);
    }
}
