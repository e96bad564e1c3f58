package io.sluice.benchmark.comparison;

import io.sluice.benchmark.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * What all forks of a contender say together.
 *
 * @param ratio median over rounds of its speed by the baseline's in the same round: 0.5 is half as fast
 * @param confidence of the ratio
 * @param unitsPerSecond median over its forks
 * @param cpuNanosPerUnit processor time of the contender's own process, without the server's
 */
record Result(
        String contender,
        double ratio,
        Statistics.Interval confidence,
        double unitsPerSecond,
        double cpuNanosPerUnit,
        double bytesPerUnit) {

    /** One for each contender, the fastest first. */
    static List<Result> of(Scenario scenario, List<Measurement> measurements, long seed) {
        var byContender = new LinkedHashMap<String, List<Measurement>>();
        for (var measurement : measurements) {
            byContender
                    .computeIfAbsent(measurement.contender(), ignored -> new ArrayList<>())
                    .add(measurement);
        }
        var baseline = byContender.get(scenario.baseline());
        return byContender.values().stream()
                .map(own -> of(scenario, own, nanosByRound(baseline), seed))
                .sorted(Comparator.comparingDouble(Result::ratio).reversed())
                .toList();
    }

    private static Result of(Scenario scenario, List<Measurement> own, Map<Integer, Double> baseline, long seed) {
        var ratios = own.stream()
                .map(fork -> baseline.get(fork.round()) / fork.medianNanos())
                .toList();
        return new Result(
                own.getFirst().contender(),
                Statistics.median(ratios),
                Statistics.interval(ratios, new Random(seed)),
                median(own, fork -> scenario.work() * 1e9 / fork.medianNanos()),
                median(own, fork -> fork.medianCpuNanos() / scenario.work()),
                median(own, fork -> fork.medianAllocatedBytes() / scenario.work()));
    }

    private static Map<Integer, Double> nanosByRound(List<Measurement> forks) {
        var byRound = new LinkedHashMap<Integer, Double>();
        forks.forEach(fork -> byRound.put(fork.round(), fork.medianNanos()));
        return byRound;
    }

    private static double median(List<Measurement> forks, ToDoubleFunction<Measurement> figure) {
        return Statistics.median(forks.stream().map(figure::applyAsDouble).toList());
    }
}
