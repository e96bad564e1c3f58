package io.sluice.sql;

import io.sluice.sql.tree.FromItem;
import io.sluice.sql.tree.FromItem.JoinType;
import io.sluice.sql.tree.SourceNode;
import java.util.ArrayList;
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

    /** Its table together with its parts, to be joined as one. */
    default SourceNode wholeNode() {
        if (parts().isEmpty()) {
            return sourceNode();
        }
        List<FromItem> items = new ArrayList<>();
        items.add(new FromItem(JoinType.LIST, sourceNode(), null));
        items.addAll(joined(JoinType.INNER, parts()));
        return new SourceNode.Grouped(List.copyOf(items));
    }

    /** Hops as joins of a kind. */
    static List<FromItem> joined(JoinType type, List<JoinPath.Hop> hops) {
        return hops.stream()
                .map(hop -> new FromItem(type, hop.to().sourceNode(), hop.on().node()))
                .toList();
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
