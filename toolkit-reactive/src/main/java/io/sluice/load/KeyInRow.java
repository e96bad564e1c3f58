package io.sluice.load;

import io.sluice.mapping.Ids;
import io.sluice.mapping.Relation;
import io.sluice.mapping.ToOneRelation;
import org.jspecify.annotations.Nullable;

/**
 * The foreign key of a relation in the rows of a query. It tells whether the entity that holds it still says what its
 * row says: where it was changed since it was read, the row has nothing to tell of the relation.
 */
final class KeyInRow {
    private final ToOneRelation<Object, Object> relation;
    private final int[] places;

    private KeyInRow(ToOneRelation<Object, Object> relation, int[] places) {
        this.relation = relation;
        this.places = places;
    }

    /** For a relation that leads from one place to another; null where a table between them has the keys. */
    static @Nullable KeyInRow of(Relation<Object, Object> relation, EntityPlace owner, EntityPlace target) {
        ToOneRelation<?, ?> keyed = relation.keyed().orElse(null);
        if (keyed == null) {
            return null;
        }
        EntityPlace holding = keyed.isSame(relation) ? owner : target;
        Relation<Object, Object> own = holding.own(LoadTree.untypedOne(keyed));
        return own instanceof ToOneRelation<Object, Object> one && holding.has(one.foreignKey())
                ? new KeyInRow(one, holding.placesOf(one.foreignKey()))
                : null;
    }

    @SuppressWarnings("NullAway") // it cannot see through the module's class files that a row may hold nulls
    boolean isUnchanged(Object holding, @Nullable Object[] row) {
        Object inRow = Ids.in(row, 0, places);
        return inRow == null ? relation.isLoaded(holding) : inRow.equals(relation.idOf(holding));
    }

    /** Whether the foreign key stands with the owner of the relation. */
    boolean isOf(Relation<Object, Object> wanted) {
        return relation.isSame(wanted);
    }
}
