package io.sluice.tpch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares rows where a bound number has not the digits of one in the text, as a driver or the database treats it, so
 * that divisions end after more or fewer of them.
 */
final class NearlyEqual {
    private static final BigDecimal LITTLE = new BigDecimal("0.00001");
    private static final Comparator<BigDecimal> NEARLY =
            (a, b) -> a.subtract(b).abs().compareTo(LITTLE) <= 0 ? 0 : a.compareTo(b);

    private NearlyEqual() {}

    static void assertSameRows(List<List<@Nullable Object>> rows, List<List<@Nullable Object>> expected) {
        assertThat(rows)
                .isNotEmpty()
                .usingRecursiveComparison()
                .withComparatorForType(NEARLY, BigDecimal.class)
                .withStrictTypeChecking()
                .isEqualTo(expected);
    }
}
