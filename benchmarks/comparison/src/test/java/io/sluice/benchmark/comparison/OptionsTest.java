package io.sluice.benchmark.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final List<Entrant> ENTRANTS =
            List.of(entrant("driver-naive"), entrant("driver-tuned"), entrant("spring-template"));

    @Test
    void areTenForksUnlessToldOtherwise() {
        assertThat(parse("stream").forks()).isEqualTo(10);
        assertThat(parse("stream", "--forks", "3").forks()).isEqualTo(3);
    }

    @Test
    void giveTheCommandThatRepeatsTheRun() {
        var options = parse("stream", "--only", "spring-template", "--forks", "3");

        assertThat(options.toCommand())
                .isEqualTo(
                        "benchmarks/run stream --forks 3 --warmup 5 --iterations 5 --seed 77 --only spring-template");
    }

    @Test
    void chooseEverybodyUnlessToldOtherwise() {
        assertThat(parse("stream").choose(ENTRANTS)).isEqualTo(ENTRANTS);
    }

    @Test
    void chooseTheBaselineWhetherOrNotItWasAskedFor() {
        assertThat(parse("stream", "--only", "spring-template").choose(ENTRANTS))
                .extracting(Entrant::name)
                .containsExactly("driver-tuned", "spring-template");
    }

    @Test
    void sayWhatThereIsWhenAskedForWhatThereIsNot() {
        assertThatThrownBy(() -> parse())
                .hasMessage("a comparison needs a scenario; name one of stream, point, sequence, graphs");
        assertThatThrownBy(() -> parse("flood"))
                .hasMessage("unknown scenario flood; name one of stream, point, sequence, graphs");
        assertThatThrownBy(() -> parse("stream", "--knives", "3")).hasMessageStartingWith("unknown option --knives; ");
        assertThatThrownBy(() -> parse("stream", "--forks")).hasMessage("option --forks stands alone; give it a value");
        assertThatThrownBy(() -> parse("stream", "--forks", "0"))
                .hasMessage("--forks 0 makes no measurement; give at least 1");
        assertThatThrownBy(() -> parse("stream", "--forks", "ten")).hasMessage("--forks ten is no number; give one");
        assertThatThrownBy(() -> parse("stream", "--only", "jooq").choose(ENTRANTS))
                .hasMessage(
                        "unknown contender jooq; those of scenario stream are driver-naive, driver-tuned, spring-template");
    }

    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments), 77);
    }

    private static Entrant entrant(String name) {
        return new Entrant(name, new ClassPath("module", List.of()));
    }
}
