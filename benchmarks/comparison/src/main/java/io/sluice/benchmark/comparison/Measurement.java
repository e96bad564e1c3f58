package io.sluice.benchmark.comparison;

import io.sluice.benchmark.Figures;
import io.sluice.benchmark.Sample;
import java.util.function.ToLongFunction;

/** What one fork measured, and when it had its turn. */
record Measurement(int round, int turn, String contender, Figures figures) {

    double medianNanos() {
        return median(Sample::nanos);
    }

    double medianCpuNanos() {
        return median(Sample::cpuNanos);
    }

    double medianAllocatedBytes() {
        return median(Sample::allocatedBytes);
    }

    private double median(ToLongFunction<Sample> figure) {
        return Statistics.median(figures.samples().stream()
                .map(sample -> (double) figure.applyAsLong(sample))
                .toList());
    }
}
