package io.sluice.benchmark.comparison;

import java.util.List;
import java.util.stream.Collectors;

/** The results with everything one needs in order to believe or repeat them, as Markdown. */
record Report(Options options, String date, Environment environment, String postgres) {

    String markdown(String table, List<Entrant> entrants) {
        return """
                # %s

                %s
                Speed is the median, over %d rounds with a process for each contender, of the ratio to the baseline in the same round;
                the interval is the bootstrap's (percentile, 95 %%). Each process warmed up for %d iterations and measured %d.

                - Date: %s
                - Revision: %s
                - Machine: %s; load average before the run: %s
                - JDK: %s, started with `%s`
                - Server: PostgreSQL %s, on the same machine
                - Again: `%s`

                ## Class paths

                %s
                """.formatted(
                        options.scenario().title(),
                        table,
                        options.forks(),
                        options.warmup(),
                        options.iterations(),
                        date,
                        environment.revision(),
                        environment.machine(),
                        environment.load(),
                        environment.jdk(),
                        String.join(" ", JavaProcess.JVM_OPTIONS),
                        postgres,
                        options.toCommand(),
                        classPaths(entrants));
    }

    private static String classPaths(List<Entrant> entrants) {
        return entrants.stream()
                .map(Entrant::classPath)
                .distinct()
                .map(path -> "- **%s**: %s".formatted(path.module(), String.join(", ", path.libraries())))
                .collect(Collectors.joining("\n"));
    }
}
