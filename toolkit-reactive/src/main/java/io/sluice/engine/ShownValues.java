package io.sluice.engine;

import java.lang.reflect.Array;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parameters for a log line, where their values were asked for: what is long is cut. */
final class ShownValues {
    private static final int MOST = 100;

    private ShownValues() {}

    static String of(List<@Nullable Object> values) {
        return values.stream().map(ShownValues::of).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String of(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value.getClass().isArray()) {
            return "%s[%d]".formatted(value.getClass().getComponentType().getSimpleName(), Array.getLength(value));
        }
        String text = value.toString();
        return text.length() <= MOST ? text : "%s… (%d characters)".formatted(text.substring(0, MOST), text.length());
    }
}
