package io.sluice.load;

import io.sluice.load.LoadTree.Branch;
import io.sluice.mapping.EntityTable;
import io.sluice.mapping.Ids;
import io.sluice.mapping.Relation;
import io.sluice.mapping.Route;
import io.sluice.mapping.ToOneRelation;
import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.sql.Condition;
import io.sluice.sql.JoinPath.Hop;
import io.sluice.sql.Select;
import io.sluice.sql.Sortable;
import io.sluice.sql.Sql;
import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.Operation.RowValue;
import io.sluice.sql.tree.Predicate.InList;
import io.sluice.sql.tree.Predicate.InQuery;
import io.sluice.sql.tree.Predicate.InValues;
import io.sluice.sql.tree.QueryNode;
import io.sluice.sql.tree.ResultItem;
import io.sluice.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The query for what a relation leads to, by the ids that arrive there: owners' own, or those that owners refer to. */
final class TargetQuery {
    /** Some databases compare each row with each of these. */
    private static final int MOST_ROWS_OF_VALUES = 2_000;

    private final Branch branch;
    private final EntityTable<Object, Object> target;
    private final Route route;
    private final List<Column<?>> arriving;
    private final Select<Object> select;
    private final int mostIds;

    private TargetQuery(Branch branch, int mostValues) {
        Relation<Object, Object> relation = branch.relation();
        this.branch = branch;
        this.target = LoadTree.untyped(relation.target());
        this.route = relation.route(target, null);
        this.arriving = route.arriving();
        Select<Object> all = Sql.select(target);
        Table between = route.between();
        if (between != null) {
            Condition on = relation.hops(target, null).get(1).on();
            all = all.join(() -> List.of(new Hop(target, between, on)));
        }
        this.select = all.orderBy(relation.ordering(target).toArray(Sortable[]::new));
        this.mostIds = arriving.size() == 1 ? mostValues : Math.min(MOST_ROWS_OF_VALUES, mostValues / arriving.size());
    }

    static TargetQuery of(Branch branch, int mostValues) {
        return new TargetQuery(branch, mostValues);
    }

    /** One query, and how its rows are read. */
    static final class Sent {
        private final @Nullable ToOneRelation<Object, Object> back;
        private final RawQuery query;
        private final List<EntityPlace> places;
        private final int[] idPlaces;

        private Sent(Relation<Object, Object> relation, RawQuery query, List<EntityPlace> places, int[] idPlaces) {
            this.back = relation.keyed()
                    .filter(keyed -> !keyed.isSame(relation))
                    .map(LoadTree::untypedOne)
                    .orElse(null);
            this.query = query;
            this.places = places;
            this.idPlaces = idPlaces;
        }

        RawQuery query() {
            return query;
        }

        List<EntityPlace> places() {
            return places;
        }

        /** What a row was read for. */
        @SuppressWarnings("NullAway") // it cannot see through the module's class files that a row may hold nulls
        @Nullable
        Object idIn(@Nullable Object[] row) {
            return Ids.in(row, 0, idPlaces);
        }

        /** Whether a target still refers to the owner that its row was read for: it may have been given to another since. */
        boolean isUnchanged(Object target, Object id) {
            return back == null || back.isLoaded(target) || id.equals(back.idOf(target));
        }
    }

    /** As many queries as the ids need. */
    List<Sent> in(List<Object> ids) {
        List<Sent> sent = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += mostIds) {
            sent.add(sent(isOneOf(ids.subList(from, Math.min(ids.size(), from + mostIds)))));
        }
        return sent;
    }

    /** One query, which says again the query that gave the owners. */
    Sent of(Filling.@Nullable Origin origin) {
        Filling.Origin known = Objects.requireNonNull(origin);
        Relation<Object, Object> own = known.place().own(branch.relation());
        List<Column<?>> keys = own instanceof ToOneRelation<Object, Object> one && one.hasForeignKey()
                ? one.foreignKey()
                : own.route(target, null).owner();
        QueryNode values = ShapedQuery.valuesOf(known.query(), known.place().placesOf(keys));
        return sent(new Condition(new InQuery(tested(arriving), values, false)));
    }

    private Sent sent(Condition arrives) {
        Select<Object> query = select.where(arrives);
        List<ResultItem> items = new ArrayList<>(query.resultItems());
        int[] places =
                arriving.stream().mapToInt(column -> placeOf(column, items)).toArray();
        Shape shape = Shape.of(query.tree(), items, query.entities(), List.of(branch.below()), Shape.Use.TARGETS);
        return new Sent(branch.relation(), shape.query(), shape.places(), places);
    }

    private static int placeOf(Column<?> column, List<ResultItem> items) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).expression().equals(column.node())) {
                return i;
            }
        }
        items.add(new ResultItem(column.node(), null, column.type()));
        return items.size() - 1;
    }

    private Condition isOneOf(List<Object> ids) {
        return isOneOf(arriving, ids);
    }

    /** Whether columns have one of these values, or rows of values. */
    static Condition isOneOf(List<? extends Column<?>> arriving, List<Object> ids) {
        if (arriving.size() == 1) {
            Column<?> column = arriving.get(0);
            return new Condition(
                    new InValues(column.node(), new Bind(List.copyOf(ids), SqlTypes.array(column.type())), false));
        }
        Chain<Expr> list = Chain.empty();
        for (Object id : ids) {
            List<?> values = (List<?>) id;
            List<Expr> fields = new ArrayList<>();
            for (int i = 0; i < arriving.size(); i++) {
                fields.add(new Bind(values.get(i), arriving.get(i).type()));
            }
            list = list.plus(new RowValue(fields));
        }
        return new Condition(new InList(tested(arriving), list, false));
    }

    private static Expr tested(List<? extends Column<?>> arriving) {
        List<Expr> fields = arriving.stream().<Expr>map(Column::node).toList();
        return fields.size() == 1 ? fields.get(0) : new RowValue(fields);
    }
}
