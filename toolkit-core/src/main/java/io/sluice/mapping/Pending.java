package io.sluice.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was added to a collection and taken out of it since it was read. Entities are told apart as objects. */
final class Pending<T> {
    private List<T> added = List.of();
    private List<T> removed = List.of();

    /** Whether it is new to the collection, which is null where it is not loaded. */
    boolean add(@Nullable List<T> items, T entity) {
        if (indexOf(items == null ? added : items, entity) >= 0) {
            return false;
        }
        if (items != null) {
            items.add(entity);
        }
        if (indexOf(removed, entity) >= 0) {
            removed = without(removed, entity);
        } else {
            added = with(added, entity);
        }
        return true;
    }

    /** Whether it was there, or may have been where the collection is not loaded. */
    boolean remove(@Nullable List<T> items, T entity) {
        if (items == null ? indexOf(removed, entity) >= 0 : indexOf(items, entity) < 0) {
            return false;
        }
        if (items != null) {
            items.remove(indexOf(items, entity));
        }
        if (indexOf(added, entity) >= 0) {
            added = without(added, entity);
        } else {
            removed = with(removed, entity);
        }
        return true;
    }

    void applyTo(List<T> found) {
        for (T entity : removed) {
            int place = indexOf(found, entity);
            if (place >= 0) {
                found.remove(place);
            }
        }
        for (T entity : added) {
            if (indexOf(found, entity) < 0) {
                found.add(entity);
            }
        }
    }

    void clear() {
        added = List.of();
        removed = List.of();
    }

    static <T> int indexOf(List<T> entities, T entity) {
        for (int i = 0; i < entities.size(); i++) {
            if (entities.get(i) == entity) {
                return i;
            }
        }
        return -1;
    }

    private static <T> List<T> with(List<T> entities, T entity) {
        List<T> more = entities.isEmpty() ? new ArrayList<>() : entities;
        more.add(entity);
        return more;
    }

    private static <T> List<T> without(List<T> entities, T entity) {
        entities.remove(indexOf(entities, entity));
        return entities;
    }
}
