package io.sluice.type;

import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Samples of ranges. Where each value has a next one, a range is kept from its first value to the one after its last. */
final class Ranges {

    private Ranges() {}

    static <E extends Comparable<? super E>> Sample<Range<E>> of(
            SqlType<Range<E>> type, Function<Random, E> end, @Nullable UnaryOperator<E> next) {
        return Sample.of(type, random -> any(random, end))
                .edge("empty", Range.empty())
                .edge("everything", Range.of(null, null))
                .keptAs((way, range) -> next == null ? range : canonical(range, next));
    }

    private static <E extends Comparable<? super E>> Range<E> any(Random random, Function<Random, E> end) {
        E one = end.apply(random);
        E other = end.apply(random);
        boolean isOrdered = one.compareTo(other) < 0;
        E lower = random.nextInt(10) == 0 ? null : isOrdered ? one : other;
        E upper = random.nextInt(10) == 0 ? null : isOrdered ? other : one;
        // two ends that are one value hold it, or are empty
        boolean isOne = one.compareTo(other) == 0;
        return new Range<>(
                lower,
                upper,
                lower != null && (isOne || random.nextBoolean()),
                upper != null && (isOne || random.nextBoolean()),
                false);
    }

    private static <E extends Comparable<? super E>> Range<E> canonical(Range<E> range, UnaryOperator<E> next) {
        E lower = range.lower();
        E upper = range.upper();
        if (range.isEmpty()) {
            return range;
        }
        E first = lower == null || range.includesLower() ? lower : next.apply(lower);
        E end = upper == null || !range.includesUpper() ? upper : next.apply(upper);
        return first != null && first.equals(end)
                ? Range.empty()
                : new Range<>(first, end, first != null, false, false);
    }
}
