package io.sluice.benchmark;

import java.util.List;

/**
 * Work that several contenders do, each in its way.
 *
 * @param unit what is counted, in the singular
 * @param work how many of them one iteration handles
 * @param baseline the contender that the others are measured against
 * @param seed SQL that is run once, before the first fork
 */
public record Scenario(String name, String title, String unit, long work, String baseline, List<String> seed) {

    /** Every scenario that {@code benchmarks/run} knows. */
    public static List<Scenario> all() {
        return List.of(StreamOrders.SCENARIO, PointReads.CONCURRENT, PointReads.SEQUENTIAL, LoadGraphs.SCENARIO);
    }
}
