package io.sluice.mapping;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an entity has in place of a value that may not be loaded. It is told whose it is when its entity was read. */
abstract sealed class Holder permits ToOne, ToMany, Deferred {
    private @Nullable Object owner;
    private @Nullable Member<?> member;

    final void bind(Object entity, Member<?> as) {
        owner = entity;
        member = as;
    }

    final @Nullable Object owner() {
        return owner;
    }

    final @Nullable Member<?> member() {
        return member;
    }

    /** Whether it can be read. */
    public abstract boolean isLoaded();

    final NotLoadedException notLoaded() {
        Member<?> known = Objects.requireNonNull(member, "what was not loaded belongs to an entity that was read");
        return known.notLoaded(Objects.requireNonNull(owner, "an entity that was read"));
    }

    /** As {@code Author.books of Author#1}, for messages. */
    final String described(String otherwise) {
        return member == null || owner == null ? otherwise : member.describe(owner);
    }
}
