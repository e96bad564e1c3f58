package io.sluice.benchmark.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    @Test
    void alignsItsColumns() {
        var results = List.of(
                new Result("base", 1, new Statistics.Interval(1, 1), 1_250_000.4, 800, 500),
                new Result("rival", 0.25, new Statistics.Interval(0.2, 0.3), 312_500, 3200, 12_345));

        assertThat(ResultTable.of("row", "base", results)).isEqualTo("""
                        | contender | speed by base |  95 % interval |    rows/s | client CPU ns/row | bytes/row |
                        |-----------|--------------:|---------------:|----------:|------------------:|----------:|
                        | base      |         1.000 | 1.000 to 1.000 | 1,250,000 |               800 |       500 |
                        | rival     |         0.250 | 0.200 to 0.300 |   312,500 |             3,200 |    12,345 |
                        """);
    }
}
