package io.sluice.sql;

import io.sluice.sql.tree.Nested;
import io.sluice.sql.tree.ResultItem;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The ways a row becomes a result. */
final class Readers {

    private Readers() {}

    static RowReader<Row> rows(List<ResultItem> items) {
        var layout = new RowLayout(items);
        return withCollections(items, values -> new Row(layout, values));
    }

    /** One thing alone. A stream cannot hold NULL, so it raises and says what does. */
    static <T> RowReader<T> single(Selectable<T> selected) {
        return withCollections(selected.resultItems(), values -> {
            T value = selected.read(values, 0);
            if (value == null) {
                throw new NullResultException("%s is NULL, which a stream cannot hold; select it with .optional()"
                        .formatted(new RowLayout(selected.resultItems()).nameOf(selected)));
            }
            return value;
        });
    }

    /** A record, its components taken by position. Looked up once, when the statement is built. */
    static <V> RowReader<V> record(Class<V> type, List<ResultItem> items) {
        if (!type.isRecord()) {
            throw new StatementException("as(%s.class): it is not a record; pass a function instead, as in as(%s::new)"
                    .formatted(type.getSimpleName(), type.getSimpleName()));
        }
        RecordComponent[] components = type.getRecordComponents();
        if (components.length != items.size()) {
            throw new StatementException(
                    "as(%s.class): the record has %d components %s, the statement selects %d columns %s"
                            .formatted(
                                    type.getSimpleName(),
                                    components.length,
                                    Arrays.stream(components)
                                            .map(RecordComponent::getName)
                                            .collect(Collectors.toList()),
                                    items.size(),
                                    new RowLayout(items).names()));
        }
        for (int i = 0; i < components.length; i++) {
            requireFits(type, components[i], items.get(i), i);
        }
        MethodHandle constructor = constructor(type, components)
                .asType(MethodType.genericMethodType(components.length))
                .asSpreader(Object[].class, components.length);
        return withCollections(items, values -> {
            try {
                return type.cast((Object) constructor.invokeExact(values));
            } catch (NullPointerException e) {
                NullResultException reason = nullForPrimitive(type, values, components);
                throw reason == null ? e : reason;
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("the constructor of %s failed".formatted(type.getName()), e);
            }
        });
    }

    /** Nested collections arrive as JSON; what they hold only their own statement knows. */
    static <R> RowReader<R> withCollections(List<ResultItem> items, RowReader<R> reader) {
        for (ResultItem item : items) {
            if (item.expression() instanceof Nested.Multiset) {
                return readingCollections(items, reader);
            }
        }
        return reader;
    }

    private static <R> RowReader<R> readingCollections(List<ResultItem> items, RowReader<R> reader) {
        int[] places = IntStream.range(0, items.size())
                .filter(i -> items.get(i).expression() instanceof Nested.Multiset)
                .toArray();
        return values -> {
            @Nullable Object[] read = values.clone();
            for (int place : places) {
                Object json = read[place];
                read[place] = json == null ? null : items.get(place).type().toJava(json);
            }
            return reader.read(read);
        };
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

    private static void requireFits(Class<?> type, RecordComponent component, ResultItem item, int index) {
        Class<?> wanted = MethodType.methodType(component.getType()).wrap().returnType();
        if (!wanted.isAssignableFrom(item.type().javaType())) {
            throw new StatementException("as(%s.class): component %s is a %s, but column %s is %s and read as %s"
                    .formatted(
                            type.getSimpleName(),
                            component.getName(),
                            component.getType().getSimpleName(),
                            RowLayout.nameOf(item, index),
                            item.type(),
                            item.type().javaType().getSimpleName()));
        }
    }

    /** Asked only after the constructor failed: a null cannot be unboxed. */
    private static @Nullable NullResultException nullForPrimitive(
            Class<?> type, @Nullable Object[] values, RecordComponent[] components) {
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
