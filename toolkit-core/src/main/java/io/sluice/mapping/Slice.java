package io.sluice.mapping;

import io.sluice.schema.Column;
import io.sluice.sql.Expression;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.ResultItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns that are selected for an entity of one class, as a part of those selected for it and its descendants. */
final class Slice {
    private final @Nullable Slice above;
    private final List<ResultItem> items;
    private final Map<Expr, Integer> places;
    private final Map<String, Integer> attributes = new HashMap<>();
    private final Map<String, int[]> keys = new HashMap<>();

    private Slice(@Nullable Slice above, List<ResultItem> items, Map<Expr, Integer> places) {
        this.above = above;
        this.items = items;
        this.places = places;
    }

    static Slice first() {
        return new Slice(null, new ArrayList<>(), new HashMap<>());
    }

    /** For a class below, which finds here what it inherits. */
    Slice below() {
        return new Slice(this, items, places);
    }

    <E> Slice add(EntityTable<E, ?> table) {
        for (Attribute<E> attribute : table.attributes()) {
            if (attribute.role() != Attribute.Role.DEFERRED && inherited(attribute.name()) == null) {
                attributes.put(attribute.name(), items.size());
                addTogether(attribute.expressions());
            }
        }
        for (Relation<E, ?> relation : table.relations()) {
            if (relation instanceof ToOneRelation<E, ?> one
                    && one.hasForeignKey()
                    && inheritedKey(one.name()) == null) {
                keys.put(
                        one.name(),
                        one.foreignKey().stream().mapToInt(this::add).toArray());
            }
        }
        return this;
    }

    /** One after the other even where one of them is there already: an attribute takes its columns in a row. */
    private void addTogether(List<Expression<?>> expressions) {
        for (Expression<?> expression : expressions) {
            places.putIfAbsent(expression.node(), items.size());
            items.add(new ResultItem(expression.node(), null, expression.type()));
        }
    }

    int add(Expression<?> expression) {
        Integer known = places.get(expression.node());
        if (known != null) {
            return known;
        }
        addTogether(List.of(expression));
        return items.size() - 1;
    }

    int placeOf(Attribute<?> attribute) {
        Integer place = inherited(attribute.name());
        if (place == null) {
            throw new IllegalStateException("%s is not selected".formatted(attribute));
        }
        return place;
    }

    int[] placesOf(ToOneRelation<?, ?> relation) {
        int[] found = inheritedKey(relation.name());
        if (found == null) {
            throw new IllegalStateException("the key of %s is not selected".formatted(relation));
        }
        return found;
    }

    /** Where columns stand, which must be among those selected. */
    int[] placesOf(List<Column<?>> columns) {
        return columns.stream().mapToInt(column -> places.get(column.node())).toArray();
    }

    private @Nullable Integer inherited(String attribute) {
        Integer own = attributes.get(attribute);
        return own != null || above == null ? own : above.inherited(attribute);
    }

    private int @Nullable [] inheritedKey(String relation) {
        int[] own = keys.get(relation);
        return own != null || above == null ? own : above.inheritedKey(relation);
    }

    List<ResultItem> items() {
        return items;
    }
}
