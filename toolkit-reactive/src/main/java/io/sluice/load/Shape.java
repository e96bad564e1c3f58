package io.sluice.load;

import io.sluice.load.LoadTree.Branch;
import io.sluice.mapping.Attribute;
import io.sluice.mapping.EntityTable;
import io.sluice.mapping.LoadStrategy;
import io.sluice.mapping.ToManyRelation;
import io.sluice.schema.Column;
import io.sluice.sql.SelectedEntities;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.QueryNode;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.StatementNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A query with all that is loaded in its own rows: the user's columns first, then those of entities that are contained
 * in it or joined to it. Pure.
 */
final class Shape {
    private final List<EntityPlace> places = new ArrayList<>();
    private final int columns;
    private final ShapedQuery query;
    private boolean multiplies;
    private boolean splits;

    private Shape(QueryNode tree, List<ResultItem> items) {
        this.columns = items.size();
        this.query = new ShapedQuery(tree, items);
    }

    /** The query as it is, of which nothing but its own entities is read. */
    static List<EntityPlace> bare(SelectedEntities selected, List<LoadTree> trees) {
        List<EntityPlace> places = new ArrayList<>();
        for (int i = 0; i < trees.size(); i++) {
            SelectedEntities.Place place = selected.places().get(i);
            places.add(EntityPlace.selected(i, (EntityTable<?, ?>) place.source(), place.offset(), trees.get(i)));
        }
        return places;
    }

    /**
     * A query that also reads what is contained and what is joined.
     *
     * @param isGrouped whether the rows of one entity must come together
     */
    static Shape of(
            StatementNode tree,
            List<ResultItem> items,
            SelectedEntities selected,
            List<LoadTree> trees,
            boolean isGrouped) {
        if (!(tree instanceof QueryNode query)) {
            throw new StatementException(
                    "load(…): what a change gives back cannot be joined to; load with selectIn(…), or query the entities");
        }
        var shape = new Shape(query, items);
        shape.places.addAll(bare(selected, trees));
        shape.grow(LoadStrategy.CONTAINED);
        boolean joins = shape.joins(false);
        if (joins && shape.query.isClosed(shape.joins(true))) {
            shape.query.enclose();
        }
        if (shape.joins(true) && isGrouped) {
            shape.query.sortBy(shape.places.get(0).table());
        }
        shape.grow(LoadStrategy.JOINED);
        shape.splits |= shape.multiplies && selected.places().size() > 1;
        return shape;
    }

    private boolean joins(boolean collections) {
        return places.stream().anyMatch(place -> joins(place.tree(), collections));
    }

    static boolean joins(LoadTree tree, boolean collections) {
        return tree.branches().stream()
                .filter(branch -> branch.strategy() == LoadStrategy.JOINED)
                .anyMatch(branch ->
                        !collections || branch.relation() instanceof ToManyRelation || joins(branch.below(), true));
    }

    /** What grows on places that have just grown is met further on. */
    private void grow(LoadStrategy strategy) {
        for (int i = 0; i < places.size(); i++) {
            EntityPlace place = places.get(i);
            if (strategy == LoadStrategy.CONTAINED || isJoined(place)) {
                addColumns(place);
            }
            for (Branch branch : place.tree().branches()) {
                if (branch.strategy() == strategy) {
                    add(place, branch);
                }
            }
        }
    }

    private static boolean isJoined(EntityPlace place) {
        Branch branch = place.branch();
        return branch != null && branch.strategy() == LoadStrategy.JOINED;
    }

    private void addColumns(EntityPlace place) {
        for (Attribute<Object> attribute : place.tree().columns()) {
            Column<?> column = place.table().column(attribute.columns().get(0));
            int at = query.add(new ResultItem(column.node(), null, column.type()));
            place.extras().add(new EntityPlace.Extra(attribute, at));
        }
    }

    private void add(EntityPlace owner, Branch branch) {
        EntityTable<Object, Object> target =
                branch.strategy() == LoadStrategy.CONTAINED ? contained(branch) : joined(owner, branch);
        int offset = query.addAll(target.mapper().items());
        places.add(EntityPlace.joined(places.size(), owner, branch, target, offset));
    }

    private EntityTable<Object, Object> contained(Branch branch) {
        multiplies |= branch.relation() instanceof ToManyRelation;
        splits |= branch.relation() instanceof ToManyRelation;
        EntityTable<Object, Object> alias = branch.alias();
        EntityTable<Object, Object> target =
                alias == null ? LoadTree.untyped(branch.relation().target()) : alias;
        if (!query.contains(target)) {
            throw new StatementException(
                    "contained(%s): %s is not in FROM; join it there, or load the relation with joined(…)"
                            .formatted(branch.relation(), target));
        }
        return target;
    }

    private EntityTable<Object, Object> joined(EntityPlace owner, Branch branch) {
        multiplies |= branch.relation() instanceof ToManyRelation;
        EntityTable<Object, Object> target = query.join(owner.own(branch.relation()), places.size());
        query.sort(branch.relation().ordering(target));
        return target;
    }

    /** Where a column stands in the rows; it is added if it is not there. */
    int placeOf(Column<?> column) {
        return query.add(new ResultItem(column.node(), null, column.type()));
    }

    RawQuery query() {
        return query.build();
    }

    List<EntityPlace> places() {
        return places;
    }

    /** How many columns the user selected. */
    int columns() {
        return columns;
    }

    /** Whether the rows of one result may come apart from each other, however they are sorted here. */
    boolean splits() {
        return splits;
    }

    /** Whether a row of the user's may come several times, because a collection is joined to it. */
    boolean multiplies() {
        return multiplies;
    }
}
