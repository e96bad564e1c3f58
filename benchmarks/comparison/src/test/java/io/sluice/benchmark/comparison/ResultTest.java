package io.sluice.benchmark.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.benchmark.Figures;
import io.sluice.benchmark.Sample;
import io.sluice.benchmark.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {

    private static final Scenario SCENARIO = new Scenario("s", "title", "row", 1000, "base", List.of());

    @Test
    void comparesWithinARoundSoThatDriftCancels() {
        // The machine slows down from round to round; the rival takes twice the baseline's time all along.
        var results = Result.of(
                SCENARIO,
                List.of(
                        measured(1, "base", 100),
                        measured(1, "rival", 200),
                        measured(2, "rival", 600),
                        measured(2, "base", 300),
                        measured(3, "base", 900),
                        measured(3, "rival", 1800)),
                1);

        assertThat(results).extracting(Result::contender).containsExactly("base", "rival");
        assertThat(results.get(0).ratio()).isEqualTo(1.0);
        assertThat(results.get(1).ratio()).isEqualTo(0.5);
        assertThat(results.get(1).confidence()).isEqualTo(new Statistics.Interval(0.5, 0.5));
    }

    @Test
    void countsForEachUnitOfWork() {
        var result =
                Result.of(SCENARIO, List.of(measured(1, "base", 2_000_000)), 1).getFirst();

        assertThat(result.unitsPerSecond()).isCloseTo(500_000, within(1e-6));
        assertThat(result.cpuNanosPerUnit()).isEqualTo(1000);
        assertThat(result.bytesPerUnit()).isEqualTo(64);
    }

    private static Measurement measured(int round, String contender, long nanos) {
        return new Measurement(round, 1, contender, new Figures(7, List.of(new Sample(nanos, nanos / 2, 64_000))));
    }
}
