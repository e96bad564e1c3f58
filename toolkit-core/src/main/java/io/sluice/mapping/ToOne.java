package io.sluice.mapping;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entity that another belongs to or has. It is loaded, or none, or not loaded, and these are never taken for each
 * other: reading what is not loaded raises.
 *
 * <pre>{@code
 * @ManyToOne
 * final ToOne<Author> author = ToOne.empty();
 * }</pre>
 */
public final class ToOne<T> extends Holder {
    private @Nullable T target;
    private @Nullable Object key;
    private boolean isLoaded = true;
    private boolean isMissing;

    private ToOne() {}

    /** None, as a new entity begins. */
    public static <T> ToOne<T> empty() {
        return new ToOne<>();
    }

    /** The entity. Raises if it is not loaded, and if there is none. */
    public T get() {
        T found = getOrNull();
        if (found == null) {
            throw new NoSuchElementException(
                    "%s is none; use getOrNull() or optional() where that may be".formatted(described("the relation")));
        }
        return found;
    }

    /** The entity, or null if there is none. Raises if it is not loaded. */
    public @Nullable T getOrNull() {
        if (!isLoaded) {
            throw isMissing ? missing() : notLoaded();
        }
        return target;
    }

    /** The entity, or empty if there is none. Raises if it is not loaded. */
    public Optional<T> optional() {
        return Optional.ofNullable(getOrNull());
    }

    /**
     * The key of the entity, known without loading it where the foreign key stands on this side; null if there is none.
     * {@link EntityTable#keyOf(ToOne)} gives it with its type.
     */
    public @Nullable Object key() {
        if (key != null) {
            return key;
        }
        if (!isLoaded) {
            throw notLoaded();
        }
        return target == null || !(member() instanceof ToOneRelation<?, ?> relation) ? null : keyOf(relation, target);
    }

    @SuppressWarnings("unchecked") // a relation is bound to the holders of its own entities only
    private static <T> @Nullable Object keyOf(ToOneRelation<?, T> relation, Object target) {
        return relation.keyOf((T) target);
    }

    /** Whether there is one, which needs no loading where the foreign key stands on this side. */
    public boolean isPresent() {
        if (!isLoaded && key == null) {
            throw notLoaded();
        }
        return key != null || target != null;
    }

    @Override
    public boolean isLoaded() {
        return isLoaded;
    }

    /** Refers to another entity; what that entity knows of the other side is kept in step. */
    public void set(T entity) {
        change(Objects.requireNonNull(entity, "entity; use clear() for none"), null);
    }

    /** Refers to an entity by its key, without loading it. */
    public void set(EntityReference<? extends T> reference) {
        Objects.requireNonNull(reference, "reference; use clear() for none");
        change(null, reference.key());
    }

    /** Refers to none. */
    public void clear() {
        change(null, null);
    }

    @SuppressWarnings("unchecked") // a relation is bound to the holders of its own entities only
    private void change(@Nullable T entity, @Nullable Object reference) {
        T before = isLoaded ? target : null;
        quietly(entity, reference);
        if (owner() != null && member() instanceof ToOneRelation<?, ?> relation) {
            ((ToOneRelation<Object, T>) relation).changed(owner(), before, entity);
        }
    }

    private NotLoadedException missing() {
        String kind = member() instanceof ToOneRelation<?, ?> relation
                ? relation.target().entityName()
                : "entity";
        return new NotLoadedException(
                "%s was looked for, and there is no %s with the key %s; mend the row, or keep it right with a foreign key"
                        .formatted(described("the relation"), kind, key));
    }

    /** It was looked for by its key, and is not there. */
    void miss() {
        isMissing = true;
    }

    /** Changes this side alone. */
    void quietly(@Nullable T entity, @Nullable Object reference) {
        isMissing = false;
        target = entity;
        key = reference;
        isLoaded = entity != null || reference == null;
    }

    /** Not loaded; the key is null where the other side has it. */
    void unload(@Nullable Object reference) {
        target = null;
        key = reference;
        isMissing = false;
        isLoaded = false;
    }

    void load(@Nullable T entity) {
        target = entity;
        isMissing = false;
        isLoaded = true;
    }

    /** The key as it was read or given, which is there for what is not loaded. */
    @Nullable
    Object storedKey() {
        return key;
    }

    /** The entity's own text is left out: it could come back here. */
    @Override
    public String toString() {
        if (!isLoaded) {
            return key == null ? "not loaded" : "not loaded (#" + key + ")";
        }
        return target == null ? "none" : EntityTable.nameOf(member(), target);
    }
}
