package io.sluice.benchmark.comparison;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.benchmark.Figures;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void acceptForksThatDidTheSameWork() {
        assertThatNoException()
                .isThrownBy(() -> Rounds.requireSameWork(List.of(measured("honest", 7)), measured("rival", 7)));
    }

    @Test
    void failWhenAForkDidOtherWork() {
        assertThatThrownBy(() -> Rounds.requireSameWork(List.of(measured("honest", 7)), measured("lazy", 8)))
                .hasMessage("honest and lazy did not do the same work: their checksums are 7 and 8");
    }

    private static Measurement measured(String contender, long checksum) {
        return new Measurement(1, 1, contender, new Figures(checksum, List.of()));
    }
}
