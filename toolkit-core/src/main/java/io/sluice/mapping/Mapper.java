package io.sluice.mapping;

import io.sluice.schema.Column;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.Atom.ColumnRef;
import io.sluice.sql.tree.ResultItem;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What an entity maps, and the way between its objects and rows. The columns of an entity stand together in a row, from
 * an offset on; what identifies it among its kind is an <em>id</em>: its key column's value, or a list of them.
 */
public final class Mapper<E, K> {
    private final EntityTable<E, K> table;
    private final List<ResultItem> items;
    private final int[] idPlaces;
    private final int discriminatorPlace;
    private final @Nullable EntityPlan<E> plan;
    private final List<KeyPart<E>> keyParts;
    private final Map<Object, EntityPlan<? extends E>> kinds = new HashMap<>();

    Mapper(EntityTable<E, K> table) {
        this.table = table;
        Slice own = Slice.first().add(table);
        Hierarchy<E> hierarchy = table.hierarchy();
        boolean isAbstract = hierarchy != null && hierarchy.value() == null;
        this.idPlaces = table.primaryKeyColumns().stream().mapToInt(own::add).toArray();
        this.keyParts = KeyPart.of(table);
        this.plan = isAbstract ? null : new EntityPlan<>(table, own);
        if (hierarchy == null || hierarchy.descendants().isEmpty()) {
            discriminatorPlace = -1;
        } else {
            discriminatorPlace = own.add(hierarchy.discriminator(table));
            addKinds(hierarchy, own);
        }
        this.items = List.copyOf(own.items());
    }

    private void addKinds(Hierarchy<E> hierarchy, Slice own) {
        if (plan != null) {
            kinds.put(Objects.requireNonNull(hierarchy.value()), plan);
        }
        Map<Class<?>, Slice> slices = new HashMap<>(Map.of(table.entityClass(), own));
        hierarchy.descendants().forEach(descendant -> addKind(hierarchy, descendant, slices));
    }

    private <D extends E> void addKind(
            Hierarchy<E> hierarchy, EntityTable<D, ?> descendant, Map<Class<?>, Slice> slices) {
        Class<?> above = descendant.entityClass().getSuperclass();
        while (!slices.containsKey(above)) {
            above = above.getSuperclass();
        }
        EntityTable<D, ?> beside = hierarchy.beside(table, descendant);
        Slice slice = Objects.requireNonNull(slices.get(above)).below().add(beside);
        slices.put(descendant.entityClass(), slice);
        Object value = descendant.discriminatorValue();
        if (value != null) {
            kinds.put(value, new EntityPlan<>(descendant, slice));
        }
    }

    public EntityTable<E, K> entity() {
        return table;
    }

    public List<Attribute<E>> attributes() {
        return List.copyOf(table.attributes());
    }

    public List<Relation<E, ?>> relations() {
        return List.copyOf(table.relations());
    }

    /** The attribute that a column belongs to. */
    public Optional<Attribute<E>> attribute(Column<?> column) {
        return table.attributes().stream()
                .filter(attribute -> attribute.columns().stream().anyMatch(own -> isSame(own, column)))
                .findFirst();
    }

    private static boolean isSame(Column<?> one, Column<?> other) {
        return one.name().equals(other.name())
                && one.table()
                        .tableName()
                        .name()
                        .equals(other.table().tableName().name());
    }

    /** What is selected for an entity. */
    public List<ResultItem> items() {
        return items;
    }

    /** What identifies the entity in a row; null if the row has none. */
    public @Nullable Object id(@Nullable Object[] row, int offset) {
        return Ids.in(row, offset, idPlaces);
    }

    /** The entity in a row, made anew; null if the row has none. */
    public @Nullable E read(@Nullable Object[] row, int offset) {
        return id(row, offset) == null ? null : make(row, offset);
    }

    /** The entity in a row that has one, made anew. */
    public E make(@Nullable Object[] row, int offset) {
        if (discriminatorPlace < 0) {
            return Objects.requireNonNull(plan, "an entity that is not abstract")
                    .read(row, offset);
        }
        Object value = row[offset + discriminatorPlace];
        EntityPlan<? extends E> kind = value == null ? null : kinds.get(value);
        return (kind == null ? kindAsTheDatabaseHasIt(value) : kind).read(row, offset);
    }

    /** A database may fill up a char, or say what was asked for in other letters. */
    private EntityPlan<? extends E> kindAsTheDatabaseHasIt(@Nullable Object value) {
        List<EntityPlan<? extends E>> alike = value == null
                ? List.of()
                : kinds.entrySet().stream()
                        .filter(kind -> Ids.areAlike(kind.getKey(), value))
                        .<EntityPlan<? extends E>>map(Map.Entry::getValue)
                        .toList();
        if (alike.size() != 1) {
            throw new UnfitRowException(
                    "a row of %s is of no kind that is mapped: its column %s has none of %s; map that kind, or leave such rows out"
                            .formatted(table.entityName(), discriminatorName(), kinds.keySet()));
        }
        return alike.get(0);
    }

    private String discriminatorName() {
        return items.get(discriminatorPlace).expression() instanceof ColumnRef column
                ? column.name()
                : "that tells kinds apart";
    }

    /** What identifies an entity; null if it has no key yet. */
    public @Nullable Object id(E entity) {
        @Nullable Object[] values = new @Nullable Object[idPlaces.length];
        for (KeyPart<E> part : keyParts) {
            part.get(entity, values);
        }
        return Ids.of(values);
    }

    /** Shows everybody to whom an entity's relations lead, of those that are loaded. */
    public void reach(E entity, BiConsumer<EntityTable<?, ?>, Object> visitor) {
        reach(table.concrete(entity), entity, visitor);
    }

    private static <D> void reach(EntityTable<D, ?> concrete, D entity, BiConsumer<EntityTable<?, ?>, Object> visitor) {
        for (Relation<D, ?> relation : concrete.relations()) {
            if (relation.isLoaded(entity)) {
                relation.loadedTargets(entity).forEach(target -> visitor.accept(relation.target(), target));
            }
        }
    }

    /** What identifies the entity of a key. */
    public Object idOfKey(K key) {
        @Nullable Object[] values = new @Nullable Object[idPlaces.length];
        table.key(Objects.requireNonNull(key, "key"), values, 0);
        Object id = Ids.of(values);
        if (id == null) {
            throw new StatementException("a key of %s has no value for %s, and nothing has such a key; give it one"
                    .formatted(
                            table.entityName(),
                            table.primaryKeyColumns()
                                    .get(Arrays.asList(values).indexOf(null))
                                    .name()));
        }
        return id;
    }

    /** The key of an entity; null if it has none yet. */
    public @Nullable K keyOf(E entity) {
        Object id = id(entity);
        return id == null ? null : keyOfId(id);
    }

    /** The key that an id is of. */
    public K keyOfId(Object id) {
        return table.key(
                id instanceof List<?> several && idPlaces.length > 1 ? several.toArray() : new Object[] {id}, 0);
    }

    /** Whether a column that is left out unless somebody asks for it can be read. */
    public boolean isLoaded(E entity, Attribute<?> attribute) {
        return holder(entity, table.base().attributes().get(attribute.index())).isLoaded();
    }

    /** Gives an entity the value of a column that was left out, as if it had been read with the rest, unless it has one there already. */
    public void fillIfAbsent(E entity, Attribute<?> attribute, @Nullable Object value) {
        Attribute<E> own = table.base().attributes().get(attribute.index());
        if (!holder(entity, own).isLoaded()) {
            load(holder(entity, own), value);
        }
    }

    @SuppressWarnings("unchecked") // the column's values are of its type
    private static <V> void load(Deferred<V> holder, @Nullable Object value) {
        holder.load((V) value);
    }

    Deferred<?> holder(E entity, Attribute<E> attribute) {
        return (Deferred<?>) Objects.requireNonNull(
                table.deferred(entity, attribute.index()),
                () -> "%s is null: give the field a value where it is declared, Deferred.empty()".formatted(attribute));
    }

    /** As {@code Author#1}. Never raises, whatever the entity is like. */
    public String describe(Object entity) {
        if (table.root() != table.base()) {
            return table.root().mapper().describe(entity);
        }
        String name = entity.getClass().getSimpleName();
        try {
            Object id = table.entityClass().isInstance(entity)
                    ? id(table.entityClass().cast(entity))
                    : null;
            return id == null ? "a new " + name : name + "#" + id;
        } catch (RuntimeException e) {
            return name;
        }
    }

    @Override
    public String toString() {
        return table.entityName() + table.attributes() + table.relations();
    }
}
