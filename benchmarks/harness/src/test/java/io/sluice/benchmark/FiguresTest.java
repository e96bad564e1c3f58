package io.sluice.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private final Figures figures = new Figures(-42, List.of(new Sample(1, 2, 3), new Sample(4, 5, 6)));

    @Test
    void areOneLine() {
        assertThat(figures.toLine()).isEqualTo("figures -42 1/2/3 4/5/6");
    }

    @Test
    void areFoundAmongWhatLibrariesPrint() {
        assertThat(Figures.find(Stream.of("INFO hello", figures.toLine(), "bye")))
                .contains(figures);
    }

    @Test
    void areMissingFromAForkThatFailed() {
        assertThat(Figures.find(Stream.of("Exception in thread \"main\""))).isEmpty();
    }
}
