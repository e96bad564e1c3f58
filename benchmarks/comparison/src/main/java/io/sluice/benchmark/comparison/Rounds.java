package io.sluice.benchmark.comparison;

import io.sluice.benchmark.Database;
import io.sluice.benchmark.Figures;
import io.sluice.benchmark.Fork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** Runs all contenders once a round, in another order each time, so that what drifts hits all alike. */
final class Rounds {

    private static final long FORK_TIMEOUT_MINUTES = 15;

    private final Options options;
    private final List<Entrant> entrants;
    private final JavaProcess process;

    Rounds(Options options, List<Entrant> entrants, JavaProcess process) {
        this.options = options;
        this.entrants = entrants;
        this.process = process;
    }

    List<Measurement> run(Database database) throws IOException, InterruptedException {
        var random = new Random(options.seed());
        var measurements = new ArrayList<Measurement>();
        for (int round = 1; round <= options.forks(); round++) {
            var order = new ArrayList<>(entrants);
            Collections.shuffle(order, random);
            for (int turn = 1; turn <= order.size(); turn++) {
                var entrant = order.get(turn - 1);
                var measurement = new Measurement(round, turn, entrant.name(), fork(entrant, database));
                requireSameWork(measurements, measurement);
                measurements.add(measurement);
                announce(measurement);
            }
        }
        return measurements;
    }

    private Figures fork(Entrant entrant, Database database) throws IOException, InterruptedException {
        var own = Stream.of(
                options.scenario().name(),
                entrant.name(),
                Integer.toString(options.warmup()),
                Integer.toString(options.iterations()));
        var arguments = Stream.concat(own, database.toArguments().stream()).toList();
        var output = process.run(entrant.classPath(), Fork.class, arguments, FORK_TIMEOUT_MINUTES);
        return Figures.find(output.stream())
                .orElseThrow(() -> new ForkException(
                        "the fork of %s printed no figures, but this: %s".formatted(entrant.name(), output)));
    }

    static void requireSameWork(List<Measurement> earlier, Measurement latest) {
        for (var other : earlier) {
            if (other.figures().checksum() != latest.figures().checksum()) {
                throw new ForkException("%s and %s did not do the same work: their checksums are %d and %d"
                        .formatted(
                                other.contender(),
                                latest.contender(),
                                other.figures().checksum(),
                                latest.figures().checksum()));
            }
        }
    }

    private void announce(Measurement measurement) {
        System.out.printf(
                Locale.ROOT,
                "round %2d/%d  %-22s %9.1f ms%n",
                measurement.round(),
                options.forks(),
                measurement.contender(),
                measurement.medianNanos() / 1e6);
    }
}
