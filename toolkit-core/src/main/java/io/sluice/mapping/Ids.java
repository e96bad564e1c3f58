package io.sluice.mapping;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What identifies an entity among its kind: the value of its key's column, or a list of the values of several. Two that
 * are equal to every database are equal here.
 */
public final class Ids {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Some collations take all of these for one. */
    private static final Pattern BEYOND = Pattern.compile("[^\\x{0}-\\x{FFFF}]");

    private Ids() {}

    /** The id in columns of a row; null if one of them is NULL. */
    public static @Nullable Object in(@Nullable Object[] row, int offset, int[] places) {
        if (places.length == 1) {
            return comparable(row[offset + places[0]]);
        }
        @Nullable Object[] values = new @Nullable Object[places.length];
        for (int i = 0; i < places.length; i++) {
            values[i] = row[offset + places[i]];
        }
        return of(values);
    }

    /** The id that consists of values; null if one of them is null. */
    static @Nullable Object of(@Nullable Object[] values) {
        if (values.length == 1) {
            return comparable(values[0]);
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                return null;
            }
            values[i] = comparable(values[i]);
        }
        return Arrays.asList(values);
    }

    /** A number is the same however many zeros end it. */
    private static @Nullable Object comparable(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    /** Whether some database takes one for the other: texts may differ in case, in accents and in the spaces at their end. */
    public static boolean areAlike(Object one, Object other) {
        return coarse(one).equals(coarse(other));
    }

    /** What all those have in common that some database may take for each other. */
    public static Object coarse(Object id) {
        if (id instanceof List<?> several) {
            return several.stream().map(Ids::coarse).toList();
        }
        if (!(id instanceof String text)) {
            return id;
        }
        return BEYOND.matcher(MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                        .replaceAll(""))
                .replaceAll("?")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .stripTrailing();
    }
}
