package io.sluice.sql;

import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.ResultItem;
import io.sluice.type.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows that are told apart by what they were given: the database gives it back beside what it made. */
final class MatchedRows<P> {
    /** Types whose values a database keeps as they were sent, or refuses. */
    private static final Set<Kind> COMES_BACK = EnumSet.of(
            Kind.BOOLEAN,
            Kind.SMALLINT,
            Kind.INTEGER,
            Kind.BIGINT,
            Kind.VARCHAR,
            Kind.TEXT,
            Kind.DATE,
            Kind.UUID,
            Kind.ENUM);

    private final List<TableColumn<?>> key;
    private final Map<List<Object>, P> objects = new HashMap<>();

    MatchedRows(List<P> objects, List<Cell<P>> cells, List<TableColumn<?>> key) {
        this.key = key;
        List<Cell<P>> values = new ArrayList<>();
        key.forEach(column -> values.add(cellOf(column, cells)));
        for (P object : objects) {
            if (this.objects.putIfAbsent(keyOf(object, values), object) != null) {
                throw new StatementException(
                        "matchedBy(…): two of the rows have the same %s; name columns in which no two are equal"
                                .formatted(names()));
            }
        }
    }

    private static <P> Cell<P> cellOf(TableColumn<?> column, List<Cell<P>> cells) {
        if (!COMES_BACK.contains(column.type().storage().kind())) {
            throw new StatementException(
                    "matchedBy(%s): a value of type %s may come back in another form, which would tell rows apart wrongly; name columns of whole numbers, text, dates, UUIDs or enums"
                            .formatted(column.name(), column.type()));
        }
        return cells.stream()
                .filter(cell -> cell.column().name().equals(column.name()))
                .findFirst()
                .orElseThrow(() -> new StatementException(
                        "matchedBy(%s): the rows do not set it; name columns that they set".formatted(column.name())));
    }

    private static <P> List<Object> keyOf(P object, List<Cell<P>> values) {
        List<Object> key = new ArrayList<>();
        for (Cell<P> cell : values) {
            Object value = cell.valueOf(object).value();
            if (value == null) {
                throw new StatementException(
                        "matchedBy(…): %s of a row is NULL, which tells no rows apart; name other columns"
                                .formatted(cell.column().name()));
            }
            key.add(value);
        }
        return key;
    }

    <R> Query<Inserted<P, R>> query(Insert insert, List<ResultItem> items, RowReader<R> reader) {
        List<ResultItem> all = new ArrayList<>();
        key.forEach(column -> all.add(new ResultItem(column.node(), null, column.type())));
        all.addAll(items);
        return new CorrelatedQuery<>(insert.giving(Chain.copyOf(all)), all, row -> inserted(row, reader));
    }

    private <R> Inserted<P, R> inserted(@Nullable Object[] row, RowReader<R> reader) {
        P object = objects.get(Arrays.asList(row).subList(0, key.size()));
        if (object == null) {
            throw new StatementException(
                    "matchedBy(…): a row came back with another %s than any was given; the database changed it, name columns that it leaves alone"
                            .formatted(names()));
        }
        return new Inserted<>(object, reader.read(Arrays.copyOfRange(row, key.size(), row.length)));
    }

    private List<String> names() {
        return key.stream().<String>map(TableColumn::name).toList();
    }
}
