package io.sluice.sql.tree;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies of the values that their owner could still change. */
final class Copies {

    private Copies() {}

    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        return value instanceof List<?> list ? of(list) : value;
    }

    private static List<?> of(List<?> list) {
        @Nullable Object[] elements = list.toArray();
        for (int i = 0; i < elements.length; i++) {
            elements[i] = of(elements[i]);
        }
        return Collections.unmodifiableList(Arrays.asList(elements));
    }
}
