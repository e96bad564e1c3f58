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
    private final ShapedQuery query;
    private boolean multiplies;
    private boolean splits;
    private int number = Reading.NOT_NUMBERED;

    private Shape(QueryNode tree, List<ResultItem> items) {
        this.query = new ShapedQuery(tree, items);
    }

    /** What the rows are for. */
    enum Use {
        /** Results, which are told apart as rows of the user's. */
        RESULTS,
        /** The same, and the rows of one result come one after the other. */
        RESULTS_IN_TURN,
        /** What relations lead to, each entity once for an owner, whatever else is in its row. */
        TARGETS
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

    /** A query that also reads what is contained and what is joined. */
    static Shape of(
            StatementNode tree, List<ResultItem> items, SelectedEntities selected, List<LoadTree> trees, Use use) {
        if (!(tree instanceof QueryNode query)) {
            throw new StatementException(
                    "load(…): what a change gives back cannot be joined to; load with selectIn(…), or query the entities");
        }
        var shape = new Shape(query, items);
        shape.places.addAll(bare(selected, trees));
        shape.grow(LoadStrategy.CONTAINED);
        if (shape.joins(false)) {
            shape.close(selected.places().size() == 1, use);
        }
        shape.grow(LoadStrategy.JOINED);
        return shape;
    }

    /** Makes the query ready for more joins. What belongs to one of its rows is told by a number where its entity does not tell. */
    private void close(boolean isOfOne, Use use) {
        boolean multiplies = joins(true);
        boolean isNumbered = multiplies
                && !splits
                && use != Use.TARGETS
                && !(isOfOne && !query.mayRepeat(places.get(0).table()));
        if (isNumbered || query.isClosed(multiplies)) {
            query.enclose();
        }
        if (isNumbered) {
            number = query.number();
        }
        if (multiplies && use == Use.RESULTS_IN_TURN) {
            if (isNumbered) {
                query.sortByNumber();
            } else {
                query.sortBy(places.get(0).table());
            }
        }
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
        List<Attribute<Object>> columns = query.takesColumns() ? place.tree().columns() : List.of();
        for (Attribute<Object> attribute : columns) {
            if (!attribute.entity().entityClass().isAssignableFrom(place.table().entityClass())) {
                continue;
            }
            Column<?> column = place.own(attribute).columns().get(0);
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
        query.joinVariants(target);
        return target;
    }

    private EntityTable<Object, Object> joined(EntityPlace owner, Branch branch) {
        multiplies |= branch.relation() instanceof ToManyRelation;
        EntityTable<Object, Object> target = query.join(owner.own(branch.relation()), places.size());
        query.sort(branch.relation().ordering(target));
        return target;
    }

    RawQuery query() {
        return query.build();
    }

    List<EntityPlace> places() {
        return places;
    }

    Reading reading() {
        return new Reading(query(), places, query.isMoved(), multiplies, splits, number);
    }
}
