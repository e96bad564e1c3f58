package io.sluice.mapping;

import org.jspecify.annotations.Nullable;

/** What was added to a collection and taken out of it since it was read. */
final class Pending<T> {
    private @Nullable Members<T> added;
    private @Nullable Members<T> removed;

    /** Whether it is new to the collection, which is null where it is not loaded: then the last word counts. */
    boolean add(@Nullable Members<T> items, T entity) {
        boolean isNew = items == null ? added == null || !added.contains(entity) : items.add(entity);
        boolean wasRemoved = removed != null && removed.remove(entity);
        if (isNew && (items == null || !wasRemoved)) {
            added = added == null ? new Members<>() : added;
            added.add(entity);
        }
        return isNew;
    }

    /** Whether it was there, or may have been where the collection is not loaded. */
    boolean remove(@Nullable Members<T> items, T entity) {
        boolean wasThere = items == null ? removed == null || !removed.contains(entity) : items.remove(entity);
        boolean wasAdded = added != null && added.remove(entity);
        if (wasThere && (items == null || !wasAdded)) {
            removed = removed == null ? new Members<>() : removed;
            removed.add(entity);
        }
        return wasThere;
    }

    /** What happened before the collection was loaded happens to it now. */
    void applyTo(Members<T> found) {
        if (removed != null) {
            removed.list().forEach(found::remove);
        }
        if (added != null) {
            added.list().forEach(found::add);
        }
    }

    void clear() {
        added = null;
        removed = null;
    }
}
