package io.sluice.load;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The entities that a relation leads to: those that were read just now have all that stands below already. Nobody is
 * noted where nothing stands below.
 */
final class Reached {
    private final boolean notes;
    private final Set<Object> all = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> read = Collections.newSetFromMap(new IdentityHashMap<>());

    Reached(boolean notes) {
        this.notes = notes;
    }

    void add(Object entity) {
        if (notes) {
            all.add(entity);
        }
    }

    void addAll(Collection<Object> entities) {
        entities.forEach(this::add);
    }

    void addNew(Object entity) {
        if (notes) {
            all.add(entity);
            read.add(entity);
        }
    }

    List<Object> entities() {
        return List.copyOf(all);
    }

    List<Object> before() {
        return all.stream().filter(entity -> !read.contains(entity)).toList();
    }
}
