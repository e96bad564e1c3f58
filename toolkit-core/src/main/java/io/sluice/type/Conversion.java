package io.sluice.type;

import java.util.function.Function;

/** How a domain type of Java is kept in a type that the database has. Neither function ever sees a null. */
record Conversion<S, T>(
        SqlType<S> storage, Function<? super S, ? extends T> toJava, Function<? super T, ? extends S> toDb) {

    T read(Object stored) {
        return toJava.apply(storage.checked(stored));
    }

    Object write(Object value, SqlType<T> type) {
        return toDb.apply(type.checked(value));
    }
}
