package io.sluice.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A relation to many entities. */
public final class ToManyRelation<E, T> extends Relation<E, T> {

    ToManyRelation(EntityTable<E, ?> entity, String name, int index, Link<E, T> link, RelationOption... options) {
        super(entity, name, index, link, options);
    }

    /** Gives an entity what the database has for it, as if it had been read just now. Targets learn of it where they hold the key. */
    public void fill(E owner, Collection<? extends T> targets) {
        ToMany<T> holder = holder(owner);
        holder.bind(owner, this);
        holder.load(
                link() instanceof Link.There<E, T> there ? own(there.mappedBy().get(), targets, owner) : targets);
    }

    /** Those that refer to the owner, or learn now that they do; others were given to somebody else since they were read. */
    private static <T, S> List<T> own(ToOneRelation<T, S> back, Collection<? extends T> targets, S owner) {
        List<T> own = new ArrayList<>(targets.size());
        for (T target : targets) {
            if (back.learns(target, owner)) {
                own.add(target);
            }
        }
        return own;
    }

    @Override
    public List<T> loadedTargets(E owner) {
        return holder(owner).toList();
    }

    @Override
    public void unload(E owner) {
        ToMany<T> holder = holder(owner);
        holder.bind(owner, this);
        holder.unload();
    }

    JoinTable joinTable() {
        if (link() instanceof Link.Between<E, T> between) {
            return between.table();
        }
        throw new IllegalStateException("%s is mapped by %s, which has no table between".formatted(name(), this));
    }

    @Override
    @SuppressWarnings("unchecked") // the accessor gives this relation's own holder
    ToMany<T> holder(E owner) {
        return required(entity().holder(owner, index()), ToMany.class);
    }

    /** Keeps the other side in step. */
    void changed(E owner, T target, boolean isAdded) {
        if (link() instanceof Link.There<E, T> there) {
            changeBack(there.mappedBy().get(), owner, target, isAdded);
        } else {
            ToManyRelation<T, ? super E> other = otherSide();
            if (other != null) {
                changeOther(other, owner, target, isAdded);
            }
        }
    }

    /** A target belongs to one owner: who had it before has it no more. */
    @SuppressWarnings("unchecked") // the owner before is of this relation's entity, or of one above it
    private <S> void changeBack(ToOneRelation<T, S> back, S owner, T target, boolean isAdded) {
        ToOne<S> holder = back.holder(target);
        S before = holder.isLoaded() ? holder.getOrNull() : null;
        if (!isAdded) {
            if (holder.isLoaded() ? before == owner : back.isKeyOf(owner, holder)) {
                holder.quietly(null, null);
            }
            return;
        }
        if (before != null && before != owner && entity().entityClass().isInstance(before)) {
            holder((E) before).removeQuietly(target);
        }
        holder.quietly(owner, null);
    }

    private static <T, S> void changeOther(ToManyRelation<T, S> other, S owner, T target, boolean isAdded) {
        ToMany<S> holder = other.holder(target);
        if (isAdded) {
            holder.addQuietly(owner);
        } else {
            holder.removeQuietly(owner);
        }
    }

    @SuppressWarnings("unchecked") // what is mapped by this relation leads from its target to its entity
    private @Nullable ToManyRelation<T, ? super E> otherSide() {
        if (link() instanceof Link.BetweenThere<E, T> there) {
            return there.mappedBy().get();
        }
        for (Relation<?, ?> candidate : target().relations()) {
            if (candidate.link() instanceof Link.BetweenThere<?, ?> there
                    && isSame(there.mappedBy().get())) {
                return (ToManyRelation<T, E>) candidate;
            }
        }
        return null;
    }
}
