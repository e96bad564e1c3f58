package io.sluice.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a fork has to say, as one line of its standard output. */
public record Figures(long checksum, List<Sample> samples) {

    private static final String MARK = "figures ";

    /** The figures in what a fork printed; whatever else its libraries print is passed over. */
    public static Optional<Figures> find(Stream<String> output) {
        return output.filter(line -> line.startsWith(MARK))
                .map(line -> parse(line.substring(MARK.length())))
                .findFirst();
    }

    public String toLine() {
        return MARK + checksum + " " + samples.stream().map(Sample::toString).collect(Collectors.joining(" "));
    }

    private static Figures parse(String text) {
        var words = text.split(" ", -1);
        var samples = Arrays.stream(words).skip(1).map(Sample::parse).toList();
        return new Figures(Long.parseLong(words[0]), samples);
    }
}
