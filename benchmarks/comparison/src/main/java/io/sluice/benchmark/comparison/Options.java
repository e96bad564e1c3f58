package io.sluice.benchmark.comparison;

import io.sluice.benchmark.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the command line asks for.
 *
 * @param only the contenders to run beside the baseline; empty means all
 */
record Options(Scenario scenario, int forks, int warmup, int iterations, long seed, List<String> only) {

    private static final Map<String, String> DEFAULTS =
            Map.of("--forks", "10", "--warmup", "5", "--iterations", "5", "--only", "");

    static Options parse(List<String> arguments, long freshSeed) {
        if (arguments.isEmpty()) {
            throw new UsageException("a comparison needs a scenario; name one of " + scenarioNames());
        }
        var values = new LinkedHashMap<>(DEFAULTS);
        values.put("--seed", Long.toString(freshSeed));
        for (int i = 1; i < arguments.size(); i += 2) {
            var option = arguments.get(i);
            if (!values.containsKey(option)) {
                throw new UsageException("unknown option %s; the options are %s".formatted(option, values.keySet()));
            }
            if (i + 1 == arguments.size()) {
                throw new UsageException("option %s stands alone; give it a value".formatted(option));
            }
            values.put(option, arguments.get(i + 1));
        }
        return new Options(
                scenario(arguments.get(0)),
                atLeastOne("--forks", values),
                atLeastOne("--warmup", values),
                atLeastOne("--iterations", values),
                number("--seed", values),
                names(values.get("--only")));
    }

    /** The entrants that take part: those asked for, and always the baseline. */
    List<Entrant> choose(List<Entrant> entrants) {
        var names = entrants.stream().map(Entrant::name).toList();
        var wanted = new ArrayList<>(only.isEmpty() ? names : only);
        if (!wanted.contains(scenario.baseline())) {
            wanted.addFirst(scenario.baseline());
        }
        for (var name : wanted) {
            if (!names.contains(name)) {
                throw new UsageException("unknown contender %s; those of scenario %s are %s"
                        .formatted(name, scenario.name(), String.join(", ", names)));
            }
        }
        return entrants.stream()
                .filter(entrant -> wanted.contains(entrant.name()))
                .toList();
    }

    /** The command that repeats this run. */
    String toCommand() {
        var words = new ArrayList<>(List.of("benchmarks/run", scenario.name()));
        words.addAll(List.of("--forks", Integer.toString(forks)));
        words.addAll(List.of("--warmup", Integer.toString(warmup)));
        words.addAll(List.of("--iterations", Integer.toString(iterations)));
        words.addAll(List.of("--seed", Long.toString(seed)));
        if (!only.isEmpty()) {
            words.addAll(List.of("--only", String.join(",", only)));
        }
        return String.join(" ", words);
    }

    private static Scenario scenario(String name) {
        return Scenario.all().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new UsageException("unknown scenario %s; name one of %s".formatted(name, scenarioNames())));
    }

    private static String scenarioNames() {
        return Scenario.all().stream().map(Scenario::name).collect(Collectors.joining(", "));
    }

    private static List<String> names(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split(",", -1));
    }

    private static int atLeastOne(String option, Map<String, String> values) {
        var number = number(option, values);
        if (number < 1 || number > Integer.MAX_VALUE) {
            throw new UsageException("%s %d makes no measurement; give at least 1".formatted(option, number));
        }
        return (int) number;
    }

    private static long number(String option, Map<String, String> values) {
        try {
            return Long.parseLong(values.get(option));
        } catch (NumberFormatException e) {
            throw new UsageException("%s %s is no number; give one".formatted(option, values.get(option)));
        }
    }
}
