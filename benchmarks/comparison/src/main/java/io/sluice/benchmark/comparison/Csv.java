package io.sluice.benchmark.comparison;

import java.util.ArrayList;
import java.util.List;

/** Every figure of every fork, a line for each measured iteration. */
final class Csv {

    private static final String HEADER =
            "scenario,contender,round,turn,iteration,nanos,cpu_nanos,allocated_bytes,checksum";

    private Csv() {}

    static List<String> of(String scenario, List<Measurement> measurements) {
        var lines = new ArrayList<String>();
        lines.add(HEADER);
        for (var fork : measurements) {
            var iteration = 0;
            for (var sample : fork.figures().samples()) {
                lines.add("%s,%s,%d,%d,%d,%d,%d,%d,%d"
                        .formatted(
                                scenario,
                                fork.contender(),
                                fork.round(),
                                fork.turn(),
                                ++iteration,
                                sample.nanos(),
                                sample.cpuNanos(),
                                sample.allocatedBytes(),
                                fork.figures().checksum()));
            }
        }
        return lines;
    }
}
