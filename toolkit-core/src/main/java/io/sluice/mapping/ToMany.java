package io.sluice.mapping;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The entities that belong to another, in order. Reading them raises if they are not loaded. Adding and removing is
 * allowed then too, and remembered until they are.
 *
 * <pre>{@code
 * @OneToMany(mappedBy = "author")
 * final ToMany<Book> books = ToMany.empty();
 * }</pre>
 *
 * <p>It is no {@link Collection}, because a debugger or a serialiser reads those unasked; {@link #toList} gives one.
 */
public final class ToMany<T> extends Holder implements Iterable<T> {
    private @Nullable Members<T> items = new Members<>();
    private final Pending<T> pending = new Pending<>();

    private ToMany() {}

    /** None, as a new entity begins. */
    public static <T> ToMany<T> empty() {
        return new ToMany<>();
    }

    public int size() {
        return loaded().size();
    }

    public boolean isEmpty() {
        return loaded().isEmpty();
    }

    public boolean contains(T entity) {
        return members().contains(entity);
    }

    /** The entity at a place, counted from zero. */
    public T get(int index) {
        return loaded().get(index);
    }

    public Stream<T> stream() {
        return toList().stream();
    }

    /** A list of its own, which does not follow later changes. */
    public List<T> toList() {
        return List.copyOf(loaded());
    }

    /** Goes over those that are there now, so that adding and removing meanwhile does no harm. */
    @Override
    public Iterator<T> iterator() {
        return toList().iterator();
    }

    @Override
    public boolean isLoaded() {
        return items != null;
    }

    /** Adds an entity at the end, unless it is there; its own side is kept in step. */
    public boolean add(T entity) {
        Objects.requireNonNull(entity, "entity");
        boolean isNew = addQuietly(entity);
        if (isNew) {
            tell(entity, true);
        }
        return isNew;
    }

    public void addAll(Collection<? extends T> entities) {
        entities.forEach(this::add);
    }

    /** Takes an entity out; its own side is kept in step. Of what is not loaded it is not known whether it was there. */
    public boolean remove(T entity) {
        Objects.requireNonNull(entity, "entity");
        boolean wasThere = removeQuietly(entity);
        if (wasThere) {
            tell(entity, false);
        }
        return wasThere;
    }

    /** Takes all out. Raises if they are not loaded, since it is not known who they are. */
    public void clear() {
        toList().forEach(this::remove);
    }

    @SuppressWarnings("unchecked") // a relation is bound to the holders of its own entities only
    private void tell(T entity, boolean isAdded) {
        if (owner() != null && member() instanceof ToManyRelation<?, ?> relation) {
            ((ToManyRelation<Object, T>) relation).changed(owner(), entity, isAdded);
        }
    }

    boolean addQuietly(T entity) {
        return pending.add(items, entity);
    }

    boolean removeQuietly(T entity) {
        return pending.remove(items, entity);
    }

    void unload() {
        items = null;
        pending.clear();
    }

    /** What the database has, with what was added and removed in the meantime. */
    void load(Collection<? extends T> found) {
        Members<T> all = new Members<>(found);
        if (items == null) {
            pending.applyTo(all);
        }
        items = all;
    }

    private List<T> loaded() {
        return members().list();
    }

    private Members<T> members() {
        Members<T> known = items;
        if (known == null) {
            throw notLoaded();
        }
        return known;
    }

    /** The entities' own texts are left out: they could come back here. */
    @Override
    public String toString() {
        Members<T> known = items;
        if (known == null) {
            return "not loaded";
        }
        return known.list().stream()
                .map(entity -> EntityTable.nameOf(member(), entity))
                .toList()
                .toString();
    }
}
