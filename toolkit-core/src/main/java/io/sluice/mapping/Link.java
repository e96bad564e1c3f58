package io.sluice.mapping;

import io.sluice.schema.Column;
import java.util.List;
import java.util.function.Supplier;

/** What in the database makes a relation. */
sealed interface Link<E, T> {

    EntityTable<T, ?> target();

    /** Columns here hold the key of the target. */
    record Here<E, T>(Supplier<? extends EntityTable<T, ?>> to, List<Column<?>> columns) implements Link<E, T> {
        @Override
        public EntityTable<T, ?> target() {
            return to.get();
        }
    }

    /** Columns of the target hold the key from here. */
    record There<E, T>(Supplier<? extends ToOneRelation<T, ? super E>> mappedBy) implements Link<E, T> {
        @Override
        public EntityTable<T, ?> target() {
            return mappedBy.get().entity();
        }
    }

    /** The rows of a table between them hold the keys of both. */
    record Between<E, T>(Supplier<? extends EntityTable<T, ?>> to, JoinTable table) implements Link<E, T> {
        @Override
        public EntityTable<T, ?> target() {
            return to.get();
        }
    }

    /** The table between them belongs to the relation on the other side. */
    record BetweenThere<E, T>(Supplier<? extends ToManyRelation<T, ? super E>> mappedBy) implements Link<E, T> {
        @Override
        public EntityTable<T, ?> target() {
            return mappedBy.get().entity();
        }
    }
}
