package io.sluice.tpch;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result as a list of values: a record's components, or the one value that it is. */
final class Components {

    private Components() {}

    static List<@Nullable Object> of(Object result) {
        List<@Nullable Object> values = new ArrayList<>();
        if (!result.getClass().isRecord()) {
            values.add(result);
            return values;
        }
        for (RecordComponent component : result.getClass().getRecordComponents()) {
            values.add(value(component, result));
        }
        return values;
    }

    private static @Nullable Object value(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record gives its components to its own package", e);
        }
    }
}
