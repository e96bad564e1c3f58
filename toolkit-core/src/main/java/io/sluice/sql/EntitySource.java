package io.sluice.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source whose rows are objects of a class of the user's: {@code select(BOOK)} gives books. */
public interface EntitySource<E> extends Source, Selectable<E> {

    /** The class of its entities. */
    Class<E> entityClass();

    /** What an entity is called in messages. */
    String entityName();

    /** The joins without which some of its columns would not be there: the tables that hold what it inherits. */
    default List<JoinPath.Hop> parts() {
        return List.of();
    }

    /** The left joins that reading whole entities needs: the tables of those that inherit from it. */
    default List<JoinPath.Hop> variants() {
        return List.of();
    }

    /** Whether entities of the other may be among these: it is the same, or inherits, or is inherited from. */
    default boolean holds(EntitySource<?> other) {
        return other == this;
    }

    /** Which rows are its own where entities share a table; null where all are. */
    default @Nullable Condition restriction() {
        return null;
    }
}
