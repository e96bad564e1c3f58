package io.sluice.mapping;

import java.util.Objects;

/** An entity by its key alone, to refer to it without loading it: {@code book.author.set(AUTHOR.reference(5L))}. */
public record EntityReference<E>(EntityTable<E, ?> entity, Object key) {

    public EntityReference {
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(key, "key");
    }

    @Override
    public String toString() {
        return entity.entityName() + "#" + key;
    }
}
