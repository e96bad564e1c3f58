package io.sluice.sql;

import io.sluice.sql.tree.ResultItem;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of rows: each component takes the next column, the next entity, or, if it is itself a record that no
 * column gives, the columns of its own components. Such a nested record is null where all its columns are NULL.
 */
final class RecordReader<V> implements RowReader<V> {
    private final Class<V> type;
    private final RecordComponent[] components;
    private final Part[] parts;
    private final MethodHandle constructor;
    private final boolean isFlat;

    /** Where a component's value comes from. */
    private sealed interface Part {
        @Nullable
        Object read(@Nullable Object[] row);
    }

    private record Column(int index) implements Part {
        @Override
        public @Nullable Object read(@Nullable Object[] row) {
            return row[index];
        }
    }

    private record Perhaps(int index) implements Part {
        @Override
        public Object read(@Nullable Object[] row) {
            return Optional.ofNullable(row[index]);
        }
    }

    private record Nested(int from, int to, RecordReader<?> reader) implements Part {
        @Override
        public @Nullable Object read(@Nullable Object[] row) {
            for (int i = from; i < to; i++) {
                if (row[i] != null) {
                    return reader.read(row);
                }
            }
            return null;
        }
    }

    private RecordReader(Class<V> type, RecordComponent[] components, List<Part> parts, boolean isFlat) {
        this.type = type;
        this.components = components;
        this.parts = parts.toArray(Part[]::new);
        this.isFlat = isFlat;
        this.constructor = constructor(type, components)
                .asType(MethodType.genericMethodType(components.length))
                .asSpreader(Object[].class, components.length);
    }

    static <V> RowReader<V> of(Class<V> type, List<ResultItem> items, SelectedEntities entities) {
        if (!type.isRecord()) {
            throw new StatementException("as(%s.class): it is not a record; pass a function instead, as in as(%s::new)"
                    .formatted(type.getSimpleName(), type.getSimpleName()));
        }
        var layout = new Layout(type, items, entities);
        RecordReader<V> reader = layout.reader(type);
        if (layout.next < items.size()) {
            throw layout.wrongNumber();
        }
        return reader;
    }

    /** Deals out the columns of a select to the components of a record and of those within. */
    private static final class Layout {
        private final Class<?> outermost;
        private final List<ResultItem> items;
        private final SelectedEntities entities;
        private int next;

        Layout(Class<?> outermost, List<ResultItem> items, SelectedEntities entities) {
            this.outermost = outermost;
            this.items = items;
            this.entities = entities;
        }

        <V> RecordReader<V> reader(Class<V> type) {
            RecordComponent[] components = type.getRecordComponents();
            List<Part> parts = new ArrayList<>();
            boolean isFlat = next == 0 && entities.isEmpty();
            for (RecordComponent component : components) {
                if (next == items.size()) {
                    throw wrongNumber();
                }
                Part part = part(type, component);
                isFlat &= part instanceof Column;
                parts.add(part);
            }
            return new RecordReader<>(type, components, parts, isFlat && next == items.size());
        }

        private Part part(Class<?> type, RecordComponent component) {
            for (int i = 0; i < entities.places().size(); i++) {
                SelectedEntities.Place place = entities.places().get(i);
                if (place.offset() == next) {
                    next += place.source().resultItems().size();
                    requireFits(type, component, place.source());
                    return new Column(entities.columns() + i);
                }
            }
            ResultItem item = items.get(next);
            if (component.getType().isRecord()
                    && !component.getType().isAssignableFrom(item.type().javaType())) {
                int from = next;
                RecordReader<?> nested = reader(component.getType());
                return new Nested(from, next, nested);
            }
            boolean isOptional = component.getType() == Optional.class;
            requireFits(type, component, isOptional ? held(component) : component.getType(), item, next);
            int at = next++;
            return isOptional ? new Perhaps(at) : new Column(at);
        }

        StatementException wrongNumber() {
            return new StatementException(
                    "as(%s.class): the record has %d components %s, the statement selects %d columns %s"
                            .formatted(
                                    outermost.getSimpleName(),
                                    outermost.getRecordComponents().length,
                                    Arrays.stream(outermost.getRecordComponents())
                                            .map(RecordComponent::getName)
                                            .collect(Collectors.toList()),
                                    items.size(),
                                    new RowLayout(items).names()));
        }
    }

    @Override
    public V read(@Nullable Object[] row) {
        @Nullable Object[] values = isFlat ? row : values(row);
        try {
            return type.cast((Object) constructor.invokeExact(values));
        } catch (NullPointerException e) {
            NullResultException reason = nullForPrimitive(values);
            throw reason == null ? e : reason;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the constructor of %s failed".formatted(type.getName()), e);
        }
    }

    private @Nullable Object[] values(@Nullable Object[] row) {
        @Nullable Object[] values = new @Nullable Object[parts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = parts[i].read(row);
        }
        return values;
    }

    private static <V> MethodHandle constructor(Class<V> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<V> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return MethodHandles.lookup().unreflectConstructor(constructor);
        } catch (InaccessibleObjectException e) {
            throw new StatementException(
                    "as(%s.class): module %s does not open package %s to io.sluice.core; open it, or pass as(%s::new)"
                            .formatted(
                                    type.getSimpleName(),
                                    type.getModule().getName(),
                                    type.getPackageName(),
                                    type.getSimpleName()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("every record has this constructor: " + type, e);
        }
    }

    private static void requireFits(Class<?> type, RecordComponent component, EntitySource<?> entity) {
        if (!component.getType().isAssignableFrom(entity.entityClass())) {
            throw new StatementException("as(%s.class): component %s is a %s, but an entity %s is selected there"
                    .formatted(
                            type.getSimpleName(),
                            component.getName(),
                            component.getType().getSimpleName(),
                            entity.entityName()));
        }
    }

    /** The class of what an Optional holds; whatever it is, where the record does not say. */
    private static Class<?> held(RecordComponent component) {
        Type held = component.getGenericType() instanceof ParameterizedType optional
                ? optional.getActualTypeArguments()[0]
                : Object.class;
        if (held instanceof ParameterizedType generic) {
            held = generic.getRawType();
        }
        return held instanceof Class<?> known ? known : Object.class;
    }

    private static void requireFits(
            Class<?> type, RecordComponent component, Class<?> held, ResultItem item, int index) {
        Class<?> wanted = MethodType.methodType(held).wrap().returnType();
        if (!wanted.isAssignableFrom(item.type().javaType())) {
            throw new StatementException("as(%s.class): component %s is a %s, but column %s is %s and read as %s"
                    .formatted(
                            type.getSimpleName(),
                            component.getName(),
                            component.getGenericType() instanceof Class<?> plain
                                    ? plain.getSimpleName()
                                    : component.getGenericType(),
                            RowLayout.nameOf(item, index),
                            item.type(),
                            item.type().javaType().getSimpleName()));
        }
    }

    /** Asked only after the constructor failed: a null cannot be unboxed. */
    private @Nullable NullResultException nullForPrimitive(@Nullable Object[] values) {
        for (int i = 0; i < components.length; i++) {
            Class<?> component = components[i].getType();
            if (values[i] == null && component.isPrimitive()) {
                return new NullResultException("%s.%s is a %s, and the column is NULL; declare it as %s"
                        .formatted(
                                type.getSimpleName(),
                                components[i].getName(),
                                component,
                                MethodType.methodType(component)
                                        .wrap()
                                        .returnType()
                                        .getSimpleName()));
            }
        }
        return null;
    }
}
