package io.sluice.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entities in order, each once. They are told apart as objects, whatever their {@code equals} says, and however many they are. */
final class Members<T> {
    /** Up to so many are looked through. */
    private static final int FEW = 16;

    private final List<T> list;
    private @Nullable Set<T> index;

    Members() {
        list = new ArrayList<>(0);
    }

    Members(Collection<? extends T> entities) {
        list = new ArrayList<>(entities);
    }

    List<T> list() {
        return list;
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    boolean contains(T entity) {
        return list.size() > FEW ? index().contains(entity) : place(entity) >= 0;
    }

    /** Whether it was not there. */
    boolean add(T entity) {
        if (contains(entity)) {
            return false;
        }
        list.add(entity);
        if (index != null) {
            index.add(entity);
        }
        return true;
    }

    /** Whether it was there. */
    boolean remove(T entity) {
        if (!contains(entity)) {
            return false;
        }
        list.remove(place(entity));
        if (index != null) {
            index.remove(entity);
        }
        return true;
    }

    private Set<T> index() {
        Set<T> known = index;
        if (known == null) {
            known = Collections.newSetFromMap(new IdentityHashMap<>());
            known.addAll(list);
            index = known;
        }
        return known;
    }

    private int place(T entity) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == entity) {
                return i;
            }
        }
        return -1;
    }
}
