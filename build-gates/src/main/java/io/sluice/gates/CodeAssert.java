package io.sluice.gates;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/** What a test demands of a snippet's compilation. */
public final class CodeAssert {

    private final String code;
    private final List<Problem> problems;

    CodeAssert(String code, List<Problem> problems) {
        this.code = code;
        this.problems = problems;
    }

    /** The compiler accepts the code and warns of nothing. */
    public void compiles() {
        if (!problems.isEmpty()) {
            throw new AssertionError("Expected to compile:\n%s\n%s".formatted(code, said()));
        }
    }

    /**
     * The compiler refuses the code, for these reasons and no other: each part stands in an error, and each error holds
     * a part. So a slip of the pen in the snippet cannot pass for the mistake it is meant to show.
     */
    public void doesNotCompile(String... partsOfMessages) {
        var errors =
                problems.stream().filter(Problem::isError).map(Problem::message).toList();
        if (errors.isEmpty()) {
            throw new AssertionError("Expected not to compile:\n" + code);
        }
        var parts = List.of(partsOfMessages);
        var missing = parts.stream().filter(part -> errors.stream().noneMatch(error -> error.contains(part)));
        var unexpected = errors.stream().filter(error -> parts.stream().noneMatch(error::contains));
        if (Stream.concat(missing, unexpected).findAny().isPresent()) {
            throw new AssertionError("Expected not to compile because of %s:\n%s\n%s".formatted(parts, code, said()));
        }
    }

    private String said() {
        return problems.stream()
                .map(problem -> "line %d: %s".formatted(problem.line(), problem.message()))
                .collect(joining("\n", "The compiler said:\n", ""));
    }
}
