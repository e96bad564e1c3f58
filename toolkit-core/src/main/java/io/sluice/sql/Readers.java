package io.sluice.sql;

import io.sluice.sql.tree.Nested;
import io.sluice.sql.tree.ResultItem;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The ways a row becomes a result. */
final class Readers {

    private Readers() {}

    static RowReader<Row> rows(List<ResultItem> items) {
        return rows(items, SelectedEntities.NONE);
    }

    static RowReader<Row> rows(List<ResultItem> items, SelectedEntities entities) {
        var layout = new RowLayout(items, entities);
        return withCollections(items, values -> new Row(layout, values));
    }

    /** One thing alone. A stream cannot hold NULL, so it raises and says what does. */
    static <T> RowReader<T> single(Selectable<T> selected) {
        return withCollections(selected.resultItems(), values -> {
            T value = selected.read(values, 0);
            if (value == null) {
                throw new NullResultException("%s is NULL, which a stream cannot hold; select it with .optional()"
                        .formatted(new RowLayout(selected.resultItems()).nameOf(selected)));
            }
            return value;
        });
    }

    static <V> RowReader<V> record(Class<V> type, List<ResultItem> items) {
        return record(type, items, SelectedEntities.NONE);
    }

    /** A record, its components taken by position. Looked up once, when the statement is built. */
    static <V> RowReader<V> record(Class<V> type, List<ResultItem> items, SelectedEntities entities) {
        return withCollections(items, RecordReader.of(type, items, entities));
    }

    /** An entity alone, which stands behind its columns. */
    @SuppressWarnings("unchecked") // it was made by this source
    static <E> RowReader<E> entity(EntitySource<E> source, SelectedEntities entities) {
        int place = entities.indexOf(source);
        return values -> {
            Object entity = values[place];
            if (entity == null) {
                throw noEntity(source);
            }
            return (E) entity;
        };
    }

    /** An entity alone that nobody else knows. */
    static <E> RowReader<E> unmanaged(EntitySource<E> source) {
        return values -> {
            E entity = source.read(values, 0);
            if (entity == null) {
                throw noEntity(source);
            }
            return entity;
        };
    }

    private static NullResultException noEntity(EntitySource<?> source) {
        return new NullResultException(
                "there is no %s in this row: its key is NULL, as where an outer join finds no partner; select what the join begins with, or add .where(…isNotNull())"
                        .formatted(source.entityName()));
    }

    /** Nested collections arrive as JSON; what they hold only their own statement knows. */
    static <R> RowReader<R> withCollections(List<ResultItem> items, RowReader<R> reader) {
        for (ResultItem item : items) {
            if (item.expression() instanceof Nested.Multiset) {
                return readingCollections(items, reader);
            }
        }
        return reader;
    }

    private static <R> RowReader<R> readingCollections(List<ResultItem> items, RowReader<R> reader) {
        int[] places = IntStream.range(0, items.size())
                .filter(i -> items.get(i).expression() instanceof Nested.Multiset)
                .toArray();
        return values -> {
            @Nullable Object[] read = values.clone();
            for (int place : places) {
                Object json = read[place];
                read[place] = json == null ? null : items.get(place).type().toJava(json);
            }
            return reader.read(read);
        };
    }
}
