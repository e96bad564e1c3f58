package io.sluice.mapping;

import io.sluice.schema.Column;
import io.sluice.sql.StatementException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A relation to one entity or none. */
public final class ToOneRelation<E, T> extends Relation<E, T> {
    private @Nullable OtherSide<T, E> otherSide;

    /** What was found on the other side, if anything; looked up once. */
    private record OtherSide<T, E>(@Nullable Relation<T, E> relation) {}

    ToOneRelation(EntityTable<E, ?> entity, String name, int index, Link<E, T> link, RelationOption... options) {
        super(entity, name, index, link, options);
    }

    /** The columns that hold the target's key; refused where the target holds the key of this entity. */
    public List<Column<?>> foreignKey() {
        if (link() instanceof Link.Here<E, T> here) {
            return here.columns();
        }
        throw new StatementException("%s has no foreign key: it is mapped by the other side".formatted(this));
    }

    /** Whether the foreign key stands on this side. */
    public boolean hasForeignKey() {
        return link() instanceof Link.Here;
    }

    /** What an entity refers to, if it is loaded. */
    public @Nullable T targetOf(E owner) {
        return holder(owner).getOrNull();
    }

    @Override
    public List<T> loadedTargets(E owner) {
        T target = targetOf(owner);
        return target == null ? List.of() : List.of(target);
    }

    /** What identifies the target, loaded or not; null if there is none, or if only the other side knows. */
    public @Nullable Object idOf(E owner) {
        ToOne<T> holder = holder(owner);
        Object key = holder.storedKey();
        if (key != null) {
            return idOfKey(target(), key);
        }
        T loaded = holder.isLoaded() ? holder.getOrNull() : null;
        return loaded == null ? null : idOf(entityOf(loaded), loaded);
    }

    private static <T, K> @Nullable Object idOf(EntityTable<T, K> entity, T target) {
        return entity.mapper().id(target);
    }

    @SuppressWarnings("unchecked") // the holder was given a key of the target
    private static <K> Object idOfKey(EntityTable<?, K> entity, Object key) {
        return entity.mapper().idOfKey((K) key);
    }

    /** Gives an entity what the database has for it, unless it has something there; the other side of two that are one to one learns of it. */
    public void fill(E owner, @Nullable T target) {
        ToOne<T> holder = holder(owner);
        holder.bind(owner, this);
        if (holder.isLoaded()) {
            return;
        }
        if (target == null && holder.storedKey() != null) {
            holder.miss();
            return;
        }
        boolean isOwn = target == null
                || !(link() instanceof Link.There<E, T> there)
                || there.mappedBy().get().learns(target, owner);
        holder.load(isOwn ? target : null);
        if (target != null && hasForeignKey() && inverse() instanceof ToOneRelation<T, E> other) {
            other.learns(target, owner);
        }
    }

    /** Whether an entity refers to another, of which it learns if it has nothing loaded. */
    boolean learns(E referring, T referred) {
        ToOne<T> holder = holder(referring);
        if (!holder.isLoaded()) {
            holder.bind(referring, this);
            holder.load(referred);
        }
        return holder.getOrNull() == referred;
    }

    /** Whether what is not loaded is this target by its key. */
    boolean isKeyOf(T target, ToOne<T> holder) {
        Object key = holder.storedKey();
        return key != null && idOfKey(target(), key).equals(idOf(entityOf(target), target));
    }

    /** The key stays known where it stands on this side. */
    @Override
    public void unload(E owner) {
        ToOne<T> holder = holder(owner);
        T loaded = holder.isLoaded() ? holder.getOrNull() : null;
        Object key =
                holder.storedKey() == null && loaded != null && hasForeignKey() ? keyOf(loaded) : holder.storedKey();
        unload(owner, key);
    }

    /** As a row has it: where the key stands on this side, NULL means that there is none. */
    void unload(E owner, @Nullable Object key) {
        ToOne<T> holder = holder(owner);
        holder.bind(owner, this);
        if (key == null && hasForeignKey()) {
            holder.quietly(null, null);
        } else {
            holder.unload(key);
        }
    }

    /** The key of a target that is there, as its class of keys. */
    @Nullable
    Object keyOf(T target) {
        return entityOf(target).mapper().keyOf(target);
    }

    private EntityTable<T, ?> entityOf(T target) {
        return target().concrete(target);
    }

    @Override
    @SuppressWarnings("unchecked") // the accessor gives this relation's own holder
    ToOne<T> holder(E owner) {
        return required(entity().holder(owner, index()), ToOne.class);
    }

    /** Keeps the other sides in step, where somebody maps them and they are loaded. */
    void changed(E owner, @Nullable T before, @Nullable T after) {
        Relation<T, E> other = inverse();
        if (other instanceof ToManyRelation<T, E> many) {
            if (before != null) {
                many.holder(before).removeQuietly(owner);
            }
            if (after != null) {
                many.holder(after).addQuietly(owner);
            }
        } else if (other instanceof ToOneRelation<T, E> one) {
            if (before != null) {
                one.holder(before).quietly(null, null);
            }
            if (after != null) {
                take(one, owner, after);
            }
        }
    }

    /** Of two that are one to one, who had the target before has it no more. */
    private void take(ToOneRelation<T, E> other, E owner, T target) {
        ToOne<E> holder = other.holder(target);
        E had = holder.isLoaded() ? holder.getOrNull() : null;
        if (had != null && had != owner) {
            holder(had).quietly(null, null);
        }
        holder.quietly(owner, null);
    }

    /** The relation on the other side, if the two are mapped as one. */
    @SuppressWarnings("unchecked") // what is mapped by this relation leads from its target to its entity
    private @Nullable Relation<T, E> inverse() {
        OtherSide<T, E> known = otherSide;
        if (known == null) {
            known = new OtherSide<>((Relation<T, E>) findInverse());
            otherSide = known;
        }
        return known.relation();
    }

    private @Nullable Relation<?, ?> findInverse() {
        if (link() instanceof Link.There<E, T> there) {
            return there.mappedBy().get();
        }
        for (Relation<?, ?> candidate : target().relations()) {
            if (candidate.link() instanceof Link.There<?, ?> there
                    && isSame(there.mappedBy().get())) {
                return candidate;
            }
        }
        return null;
    }
}
