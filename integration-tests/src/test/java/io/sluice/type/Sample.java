package io.sluice.type;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A type and what its values are like: any of them, those at the edges by a name for each, and what is kept of one. A
 * value that is kept otherwise is one that the database has two spellings for.
 */
record Sample<T>(
        SqlType<T> type,
        Function<Random, T> any,
        Map<String, T> edges,
        BiFunction<Way, T, Object> kept,
        boolean isComparable) {

    static <T> Sample<T> of(SqlType<T> type, Function<Random, T> any) {
        return new Sample<>(type, any, Map.of(), (way, value) -> value, true);
    }

    Sample<T> edge(String name, T value) {
        var more = new LinkedHashMap<>(edges);
        more.put(name, value);
        return new Sample<>(type, any, more, kept, isComparable);
    }

    Sample<T> keptAs(BiFunction<Way, T, Object> other) {
        return new Sample<>(type, any, edges, other, isComparable);
    }

    Sample<T> notComparable() {
        return new Sample<>(type, any, edges, kept, false);
    }

    String name() {
        return type.javaType() == OffsetDateTime.class ? type + " as OffsetDateTime" : type.toString();
    }

    boolean isArray() {
        return type.kind() == Kind.ARRAY;
    }

    @Override
    public String toString() {
        return name();
    }
}
