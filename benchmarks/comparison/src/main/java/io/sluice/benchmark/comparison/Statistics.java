package io.sluice.benchmark.comparison;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The few statistics that a comparison needs. */
final class Statistics {

    private static final int RESAMPLES = 10_000;

    /** A value that lies between two others with 95 % confidence. */
    record Interval(double low, double high) {}

    private Statistics() {}

    static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return median(sorted);
    }

    /** Of the median: drawn again and again from the values, with replacement (percentile bootstrap). */
    static Interval interval(List<Double> values, Random random) {
        var medians = IntStream.range(0, RESAMPLES)
                .mapToDouble(ignored -> medianOfResample(values, random))
                .sorted()
                .toArray();
        return new Interval(medians[(int) (RESAMPLES * 0.025)], medians[(int) (RESAMPLES * 0.975)]);
    }

    private static double medianOfResample(List<Double> values, Random random) {
        var drawn = random.ints(values.size(), 0, values.size())
                .mapToDouble(values::get)
                .sorted()
                .toArray();
        return median(drawn);
    }

    private static double median(double[] sorted) {
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
