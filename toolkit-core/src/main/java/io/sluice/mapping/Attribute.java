package io.sluice.mapping;

import io.sluice.schema.Column;
import io.sluice.sql.Expression;
import java.util.List;

/** A field of an entity that holds values of columns: one, or those of an embeddable. */
public final class Attribute<E> implements Member<E> {
    private final EntityTable<E, ?> entity;
    private final String name;
    private final Role role;
    private final int index;
    private final List<Expression<?>> expressions;
    private final boolean isInserted;
    private final boolean isUpdated;

    /** What an attribute is to its entity. */
    public enum Role {
        /** A part of the key. */
        KEY,
        /** Counted up with each change of the row. */
        VERSION,
        BASIC,
        /** Read only when a query asks for it. */
        DEFERRED,
        /** Computed by the query that reads it; it has no column. */
        FORMULA
    }

    Attribute(EntityTable<E, ?> entity, String name, Role role, int index, List<Expression<?>> expressions) {
        this(entity, name, role, index, List.copyOf(expressions), role != Role.FORMULA, role != Role.FORMULA);
    }

    private Attribute(
            EntityTable<E, ?> entity,
            String name,
            Role role,
            int index,
            List<Expression<?>> expressions,
            boolean isInserted,
            boolean isUpdated) {
        this.entity = entity;
        this.name = name;
        this.role = role;
        this.index = index;
        this.expressions = expressions;
        this.isInserted = isInserted;
        this.isUpdated = isUpdated;
    }

    Attribute<E> notInserted() {
        return new Attribute<>(entity, name, role, index, expressions, false, isUpdated);
    }

    Attribute<E> notUpdated() {
        return new Attribute<>(entity, name, role, index, expressions, isInserted, false);
    }

    /** The name of the field. */
    @Override
    public String name() {
        return name;
    }

    @Override
    public EntityTable<E, ?> entity() {
        return entity;
    }

    public Role role() {
        return role;
    }

    /** Whether an insert brings its value. */
    public boolean isInserted() {
        return isInserted;
    }

    /** Whether an update brings its value. */
    public boolean isUpdated() {
        return isUpdated;
    }

    /** The columns it takes up; none if it is computed. */
    public List<Column<?>> columns() {
        return expressions.stream()
                .filter(Column.class::isInstance)
                .<Column<?>>map(expression -> (Column<?>) expression)
                .toList();
    }

    /** What is selected for it. */
    List<Expression<?>> expressions() {
        return expressions;
    }

    /** Its number among those that the entity's accessors know. */
    int index() {
        return index;
    }

    /** Whether it may be null. An embeddable is null where all its columns are NULL. */
    public boolean isNullable() {
        return expressions.stream()
                .allMatch(expression -> !(expression instanceof Column<?> column) || column.isNullable());
    }

    @Override
    public String loadOption() {
        return "columns(%1$s, %1$s.%2$s)".formatted(entity.constantName(), name);
    }

    @Override
    public String toString() {
        return entity.entityName() + "." + name;
    }
}
