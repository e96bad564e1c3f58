package io.sluice.benchmark.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void theMedianStandsInTheMiddle() {
        assertThat(Statistics.median(List.of(9.0, 1.0, 5.0))).isEqualTo(5.0);
        assertThat(Statistics.median(List.of(9.0, 1.0, 5.0, 6.0))).isEqualTo(5.5);
    }

    @Test
    void theIntervalOfEqualValuesIsAPoint() {
        assertThat(Statistics.interval(List.of(0.9, 0.9, 0.9), new Random(1)))
                .isEqualTo(new Statistics.Interval(0.9, 0.9));
    }

    @Test
    void theIntervalHoldsTheTrueMedianAboutNineteenTimesInTwenty() {
        var random = new Random(1);
        var held = IntStream.range(0, 200)
                .mapToObj(ignored -> random.doubles(20).boxed().toList())
                .map(sample -> Statistics.interval(sample, random))
                .filter(interval -> interval.low() <= 0.5 && 0.5 <= interval.high())
                .count();

        assertThat(held / 200.0).isCloseTo(0.95, within(0.05));
    }
}
