package io.sluice.type;

import static io.sluice.sql.Sql.cell;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.nullValue;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.text;
import static io.sluice.sql.Sql.value;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.array;

import io.sluice.codec.ReadException;
import io.sluice.engine.DatabaseException;
import io.sluice.engine.Engine;
import io.sluice.schema.Column;
import io.sluice.schema.Columns;
import io.sluice.schema.Table;
import io.sluice.sql.Command;
import io.sluice.sql.Query;
import io.sluice.sql.Row;
import io.sluice.sql.StatementException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sends the values of one sample one way, by every place that takes a value, and looks at what comes back. */
final class RoundTrip<T> {
    static final List<String> CELLS = List.of("any value", "at the edges", "null", "array", "array with nulls");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Of those in the table, one in so many travels by the other places too. */
    private static final int SOME = 8;

    private record Numbered<V>(int number, @Nullable V value) {}

    private final Sample<T> sample;
    private final Way way;
    private final Engine engine;
    private final Random random;
    private final int count;
    private final Map<String, Cell> cells = new LinkedHashMap<>();

    private RoundTrip(Sample<T> sample, Way way, Engine engine, long seed, int count) {
        this.sample = sample;
        this.way = way;
        this.engine = engine;
        this.random = new Random(seed ^ sample.name().hashCode());
        this.count = count;
        CELLS.forEach(name -> cells.put(name, new Cell()));
    }

    static Map<String, Cell> of(Sample<?> sample, Way way, Engine engine, long seed, int count) {
        return new RoundTrip<>(sample, way, engine, seed, count).run();
    }

    private Map<String, Cell> run() {
        values();
        if (!sample.isArray()) {
            arrays();
        }
        return cells;
    }

    // ---- values

    private void values() {
        Table table = created("v", sample.type(), List.of("any value", "at the edges", "null"));
        if (table == null) {
            return;
        }
        Column<T> column = table.column("v", javaType(sample.type()));
        Cell ordinary = cell0("any value");
        List<Numbered<T>> rows = numbered(IntStream.range(0, count)
                .mapToObj(i -> sample.any().apply(random))
                .toList());
        if (!attempt(
                ordinary,
                "",
                () -> inTable(
                        ordinary, table, column, rows, value -> sample.kept().apply(way, value)))) {
            return;
        }
        every(rows, SOME).forEach(row -> elsewhere(ordinary, "", table, column, row));
        Cell edges = cell0("at the edges");
        int number = count;
        for (Map.Entry<String, T> edge : sample.edges().entrySet()) {
            var row = new Numbered<>(number++, edge.getValue());
            if (attempt(
                    edges,
                    edge.getKey(),
                    () -> inTable(
                            edges,
                            table,
                            column,
                            List.of(row),
                            value -> sample.kept().apply(way, value)))) {
                elsewhere(edges, edge.getKey(), table, column, row);
            }
        }
        Cell nulls = cell0("null");
        attempt(nulls, "", () -> {
            inTable(nulls, table, column, List.of(new Numbered<>(number(), null)), value -> value);
            compare(
                    nulls,
                    "select",
                    rows(select(nullValue(sample.type()).optional())).get(0).orElse(null),
                    null,
                    v -> v);
        });
    }

    private int number() {
        return count + sample.edges().size();
    }

    /** As a value to select, and in conditions that must find the row it is in. */
    private void elsewhere(Cell cell, String name, Table table, Column<T> column, Numbered<T> row) {
        T value = Objects.requireNonNull(row.value());
        attempt(
                cell,
                name + " selected",
                () -> compare(
                        cell,
                        "select",
                        rows(select(value(value, sample.type()))).get(0),
                        value,
                        v -> sample.kept().apply(way, v)));
        if (sample.isComparable()) {
            Column<Integer> key = table.column("k", Integer.class);
            attempt(
                    cell,
                    name + " compared",
                    () -> requireFound(
                            cell, "where =", row, rows(select(key).from(table).where(column.eq(value)))));
        }
        if (sample.isComparable() && !sample.isArray()) {
            Column<Integer> key = table.column("k", Integer.class);
            attempt(
                    cell,
                    name + " in a list",
                    () -> requireFound(
                            cell, "in", row, rows(select(key).from(table).where(column.in(List.of(value))))));
        }
    }

    private void requireFound(Cell cell, String how, Numbered<T> row, List<Integer> found) {
        if (found.contains(row.number())) {
            cell.same();
        } else {
            cell.wrong("%s does not find %s".formatted(how, shown(row.value())));
        }
    }

    // ---- arrays

    private void arrays() {
        Table table = created("a", array(sample.type()), List.of("array", "array with nulls"));
        if (table == null) {
            return;
        }
        Column<List<T>> column = table.column("a", listClass());
        List<List<T>> lists = Stream.concat(
                        Stream.of(List.<T>of()),
                        IntStream.range(0, Math.max(4, count / 10)).mapToObj(i -> list()))
                .toList();
        arrays(cell0("array"), table, column, numbered(lists));
        List<List<T>> withNulls = lists.stream().map(this::withNulls).toList();
        arrays(cell0("array with nulls"), table, column, numbered(withNulls));
    }

    private void arrays(Cell cell, Table table, Column<List<T>> column, List<Numbered<List<T>>> rows) {
        attempt(cell, "", () -> {
            run(io.sluice.sql.Sql.deleteFrom(table).everyRow());
            inTable(cell, table, column, rows, this::kept);
            every(rows, SOME).forEach(row -> {
                List<T> list = Objects.requireNonNull(row.value());
                compare(
                        cell,
                        "select",
                        rows(select(value(list, array(sample.type())))).get(0),
                        list,
                        this::kept);
                // to SQL, though not to PostgreSQL, two arrays with nulls are never equal
                if (sample.isComparable()
                        && (way.isPostgresql() || list.stream().noneMatch(Objects::isNull))) {
                    Column<Integer> key = table.column("k", Integer.class);
                    if (!rows(select(key).from(table).where(column.eq(list))).contains(row.number())) {
                        cell.wrong("where = does not find " + shown(list));
                    }
                }
            });
        });
    }

    private List<T> list() {
        return IntStream.range(0, random.nextInt(7))
                .mapToObj(i -> sample.any().apply(random))
                .toList();
    }

    @SuppressWarnings("NullAway") // the list is one with nulls
    private List<T> withNulls(List<T> list) {
        var all = new ArrayList<@Nullable T>(list);
        all.add(random.nextInt(all.size() + 1), null);
        all.add(null);
        return Collections.unmodifiableList(all);
    }

    private List<@Nullable Object> kept(List<T> list) {
        List<@Nullable Object> kept = new ArrayList<>();
        list.forEach(value -> kept.add(value == null ? null : sample.kept().apply(way, value)));
        return kept;
    }

    // ---- what both do

    /** A table with a column of the type; null where the database has none, which is told in these cells. */
    private <V> @Nullable Table created(String column, SqlType<V> type, List<String> inCells) {
        String name;
        try {
            name = engine.dialect().typeName(type);
        } catch (StatementException e) {
            inCells.forEach(cell -> cell0(cell).refused("", reason(e)));
            return null;
        }
        String table = "t_" + Integer.toHexString(sample.name().hashCode()) + "_" + column;
        try {
            run(text("CREATE TABLE %s (k integer PRIMARY KEY, %s %s%s)"
                    .formatted(table, column, name, collation(type))));
        } catch (DatabaseException e) {
            inCells.forEach(cell -> cell0(cell).refused("", reason(e)));
            return null;
        }
        return Table.named(table, Columns.column("k", INTEGER), Columns.column(column, type));
    }

    /** Compared byte by byte; MariaDB's timestamp would else refuse NULL. */
    private String collation(SqlType<?> type) {
        if (way != Way.MARIADB) {
            return "";
        }
        return type.family() == Family.TEXT ? " CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin" : " NULL";
    }

    private <V> void inTable(
            Cell cell,
            Table table,
            Column<V> column,
            List<Numbered<V>> rows,
            Function<? super V, @Nullable Object> kept) {
        Column<Integer> key = table.column("k", Integer.class);
        var returned = rows(insertInto(table)
                        .rows(rows, cell(key, Numbered::number), cell(column, Numbered::value))
                        .returning(key, column))
                .stream()
                .collect(Collectors.toMap(row -> row.get(key), Function.identity()));
        var found = rows(select(key, column)
                .from(table)
                .where(key.in(rows.stream().map(Numbered::number).toList()))
                .orderBy(key.asc()));
        for (int i = 0; i < rows.size(); i++) {
            Row told = Objects.requireNonNull(returned.get(rows.get(i).number()));
            compare(cell, "returning", told.getOrNull(column), rows.get(i).value(), kept);
            compare(
                    cell,
                    "insert and select",
                    found.get(i).getOrNull(column),
                    rows.get(i).value(),
                    kept);
        }
    }

    private <V> void compare(
            Cell cell, String how, @Nullable V found, @Nullable V sent, Function<? super V, @Nullable Object> kept) {
        Object one = found == null ? null : kept.apply(found);
        Object other = sent == null ? null : kept.apply(sent);
        if (Objects.deepEquals(arrayed(one), arrayed(other))) {
            cell.same();
        } else {
            cell.wrong("%s: sent %s, found %s".formatted(how, shown(sent), shown(found)));
        }
    }

    /** Bytes are equal only inside an array. */
    private static @Nullable Object arrayed(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(RoundTrip::arrayed).toArray()
                : value;
    }

    private static String shown(@Nullable Object value) {
        String text = value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value);
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    /** Whether it went through; an error that speaks is a refusal. */
    private boolean attempt(Cell cell, String what, Runnable action) {
        try {
            action.run();
            return true;
        } catch (StatementException | DatabaseException e) {
            cell.refused(what, reason(e));
            return false;
        } catch (ReadException e) {
            cell.wrong(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private String reason(RuntimeException e) {
        String message = Objects.requireNonNull(e.getMessage());
        return message.replaceAll("; statement: (?s).*", "")
                .replaceAll("parameter \\d+, of type .*?, cannot be sent: ", "")
                .replace("the statement failed: ", "")
                .replaceAll("has no type .*?;", "has no such type;");
    }

    private static <V> List<Numbered<V>> numbered(List<V> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> new Numbered<>(i, values.get(i)))
                .toList();
    }

    private static <V> Stream<V> every(List<V> all, int step) {
        return IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get);
    }

    private Cell cell0(String name) {
        return Objects.requireNonNull(cells.get(name));
    }

    @SuppressWarnings("unchecked") // that is what the class says
    private static <V> Class<V> javaType(SqlType<V> type) {
        return (Class<V>) type.javaType();
    }

    @SuppressWarnings("unchecked") // the class of every list
    private static <V> Class<List<V>> listClass() {
        return (Class<List<V>>) (Class<?>) List.class;
    }

    private <R> List<R> rows(Query<R> query) {
        return engine.execute(query).all().collectList().blockOptional(PATIENCE).orElseThrow();
    }

    private void run(Command command) {
        engine.execute(command).rowCount().block(PATIENCE);
    }
}
