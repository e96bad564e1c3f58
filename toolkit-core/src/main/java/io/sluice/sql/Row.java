package io.sluice.sql;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a result. Its values are plain objects that outlive the connection.
 *
 * <pre>{@code
 * String status = row.get(ORDERS.status);
 * Long cents = row.getOrNull(revenue);
 * }</pre>
 */
public final class Row {
    private final RowLayout layout;
    private final @Nullable Object[] values;

    Row(RowLayout layout, @Nullable Object[] values) {
        this.layout = layout;
        this.values = values;
    }

    /** The value of something that was selected. NULL raises: {@link #getOrNull} takes it. */
    public <T> T get(Selectable<T> selected) {
        T value = getOrNull(selected);
        if (value == null) {
            throw new NullResultException(
                    "%s is NULL in this row; use getOrNull(…) where that may be".formatted(layout.nameOf(selected)));
        }
        return value;
    }

    @SuppressWarnings("unchecked") // an entity was made by the source that it stands for
    public <T> @Nullable T getOrNull(Selectable<T> selected) {
        if (selected instanceof EntitySource<?> entity) {
            int place = layout.indexOf(entity);
            if (place >= 0) {
                return (T) values[place];
            }
            if (!layout.stands(selected, layout.indexOf(selected))) {
                throw new IllegalArgumentException("%s was not selected, only some of its columns were; the row has %s"
                        .formatted(entity.entityName(), layout.names()));
            }
        }
        return selected.read(values, layout.indexOf(selected));
    }

    /** The value under a label or column name, as the given class. NULL raises. */
    public <T> T get(String name, Class<T> type) {
        Object value = get(name);
        if (value == null) {
            throw new NullResultException("%s is NULL in this row; use get(name) where that may be".formatted(name));
        }
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("%s is a %s in this row, not a %s"
                    .formatted(name, value.getClass().getName(), type.getName()));
        }
        return type.cast(value);
    }

    /** The value under a label or column name. */
    public @Nullable Object get(String name) {
        return values[layout.indexOf(name)];
    }

    /** The value at a place in the select list, counted from zero. */
    public @Nullable Object get(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException(
                    "there is no column %d: the row has %d, counted from 0".formatted(index, size()));
        }
        return values[index];
    }

    public int size() {
        return layout.columns();
    }

    /** The values by their names, in the order of the select list; of two columns with one name the first. */
    public Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size(); i++) {
            map.putIfAbsent(layout.name(i), values[i]);
        }
        return Collections.unmodifiableMap(map);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row that
                && layout.names().equals(that.layout.names())
                && Arrays.deepEquals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }

    /** The names alone: values stay out of logs. */
    @Override
    public String toString() {
        return "Row" + layout.names();
    }
}
