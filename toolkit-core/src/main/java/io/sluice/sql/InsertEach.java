package io.sluice.sql;

import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.ResultItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT of objects that gives back what the database made of each. Which row is whose is told by a key, never by
 * the order of rows:
 *
 * <pre>{@code
 * insertInto(USERS).each(people, cell(USERS.name, Person::name)).keyFrom(USERS.id).returning(USERS.id)
 * insertInto(USERS).each(people, cell(USERS.email, Person::email)).matchedBy(USERS.email).returning(USERS.id)
 * }</pre>
 *
 * An object whose row the database dropped, as a trigger may, does not come back.
 */
public final class InsertEach<P> {
    private final Insert insert;
    private final List<P> objects;
    private final List<Cell<P>> cells;
    private final @Nullable TableColumn<?> drawn;
    private final List<TableColumn<?>> matching;

    InsertEach(
            Insert insert,
            List<P> objects,
            List<Cell<P>> cells,
            @Nullable TableColumn<?> drawn,
            List<TableColumn<?>> matching) {
        this.insert = insert;
        this.objects = objects;
        this.cells = cells;
        this.drawn = drawn;
        this.matching = matching;
    }

    /** By a key that the table counts up: its numbers are drawn first, and sent with the rows. PostgreSQL alone can do that. */
    public InsertEach<P> keyFrom(TableColumn<? extends Number> key) {
        requireNoKey("keyFrom");
        ColumnValue.requireColumnOf(insert.table(), key.source(), key.name(), "keyFrom");
        if (cells.stream().anyMatch(cell -> cell.column().name().equals(key.name()))) {
            throw new StatementException(
                    "keyFrom(%1$s): the rows set %1$s themselves; say matchedBy(%1$s)".formatted(key.name()));
        }
        return new InsertEach<>(insert, objects, cells, key, List.of());
    }

    /** By columns that the rows set, and in which no two of them are equal. */
    public InsertEach<P> matchedBy(TableColumn<?>... key) {
        requireNoKey("matchedBy");
        List<TableColumn<?>> columns = List.of(key);
        if (columns.isEmpty()) {
            throw new StatementException("matchedBy(): name at least one column");
        }
        return new InsertEach<>(insert, objects, cells, null, columns);
    }

    /** Gives back one value for each. */
    public <T> Query<Inserted<P, T>> returning(Selectable<T> selected) {
        return query(selected.resultItems(), Readers.single(selected));
    }

    /** Gives back several. */
    public Query<Inserted<P, Row>> returning(Item first, Item second, Item... more) {
        List<ResultItem> items = new ArrayList<>(first.resultItems());
        items.addAll(second.resultItems());
        Arrays.stream(more).map(Item::resultItems).forEach(items::addAll);
        return query(items, Readers.rows(items));
    }

    private <R> Query<Inserted<P, R>> query(List<ResultItem> items, RowReader<R> reader) {
        if (!matching.isEmpty()) {
            return new MatchedRows<>(objects, cells, matching).query(insert, items, reader);
        }
        if (objects.size() < 2) {
            Chain<ResultItem> all = Chain.copyOf(items);
            return new CorrelatedQuery<>(
                    insert.giving(all), all, row -> new Inserted<>(objects.get(0), reader.read(row)));
        }
        if (drawn == null) {
            throw new StatementException(
                    "returning(…): the order of rows does not tell which is whose; say by keyFrom(…) which key PostgreSQL counts up, or by matchedBy(…) which columns tell them apart");
        }
        return new DrawnKeys<>(objects, drawn).query(insert.tree(), items, reader);
    }

    private void requireNoKey(String clause) {
        if (drawn != null || !matching.isEmpty()) {
            throw new StatementException(
                    "%s(…): it is said already what tells the rows apart; say it once".formatted(clause));
        }
    }
}
