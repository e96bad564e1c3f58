package io.sluice.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ForkTest {

    @Test
    void leavesTheWarmUpOutOfTheSamples() throws Exception {
        var contender = new Scripted(LongStream.generate(() -> 7));

        var figures = Fork.measure(contender, 3, 2);

        assertThat(figures.checksum()).isEqualTo(7);
        assertThat(figures.samples()).hasSize(2).allMatch(sample -> sample.nanos() > 0);
        assertThat(contender.iterations).isEqualTo(5);
    }

    @Test
    void refusesIterationsThatDisagree() {
        assertThatThrownBy(() -> Fork.measure(new Scripted(LongStream.of(7, 7, 8)), 1, 2))
                .hasMessageContaining("iterations disagree: the first gave checksum 7, this one 8");
    }

    private static final class Scripted implements Contender {

        private final PrimitiveIterator.OfLong checksums;
        private int iterations;

        private Scripted(LongStream checksums) {
            this.checksums = checksums.iterator();
        }

        @Override
        public Scenario scenario() {
            return StreamOrders.SCENARIO;
        }

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public void open(Database database) {}

        @Override
        public long iterate() {
            iterations++;
            return checksums.nextLong();
        }

        @Override
        public void close() {}
    }
}
