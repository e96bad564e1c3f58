package io.sluice.type;

import org.jspecify.annotations.Nullable;

/** What lies between two ends, either of which may be open or absent. */
public record Range<T>(
        @Nullable T lower, @Nullable T upper, boolean includesLower, boolean includesUpper, boolean isEmpty) {

    /** From the lower end on, up to but not with the upper end; null leaves an end unbounded. */
    public static <T> Range<T> of(@Nullable T lower, @Nullable T upper) {
        return new Range<>(lower, upper, lower != null, false, false);
    }

    /** Both ends belong to it. */
    public static <T> Range<T> closed(T lower, T upper) {
        return new Range<>(lower, upper, true, true, false);
    }

    public static <T> Range<T> empty() {
        return new Range<>(null, null, false, false, true);
    }

    /** As PostgreSQL writes it: {@code [1,5)}. */
    @Override
    public String toString() {
        if (isEmpty) {
            return "empty";
        }
        return (includesLower ? "[" : "(") + (lower == null ? "" : lower) + "," + (upper == null ? "" : upper)
                + (includesUpper ? "]" : ")");
    }
}
