package io.sluice.benchmark.comparison;

import io.sluice.benchmark.Roster;
import io.sluice.benchmark.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** One comparison, from the command line to the report. */
public final class Comparison {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path home;
    private final Options options;

    private Comparison(Path home, Options options) {
        this.home = home;
        this.options = options;
    }

    /** Arguments: the folder {@code benchmarks}, the scenario, options. */
    public static void main(String... args) throws Exception {
        try {
            var arguments = List.of(args);
            var options = Options.parse(arguments.subList(1, arguments.size()), System.nanoTime() & 0xFFFFFF);
            new Comparison(Path.of(arguments.getFirst()), options).run();
        } catch (UsageException | ForkException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws Exception {
        var scenario = options.scenario();
        var now = ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        var results = Files.createDirectories(home.resolve("results"));
        var stem = scenario.name() + "-" + now.format(STAMP);
        var environment = Environment.now();
        var process = new JavaProcess(results.resolve(stem + ".log"));
        var entrants = entrants(scenario, process);

        System.out.printf("%s: %s%n", scenario.title(), options.toCommand());
        try (var server = Server.start(scenario.seed())) {
            var measurements = new Rounds(options, entrants, process).run(server.database());
            var table = ResultTable.of(
                    scenario.unit(), scenario.baseline(), Result.of(scenario, measurements, options.seed()));
            var report = new Report(options, now.toString(), environment, server.version());

            Files.write(results.resolve(stem + ".csv"), Csv.of(scenario.name(), measurements));
            Files.writeString(results.resolve(stem + ".md"), report.markdown(table, entrants));
            System.out.printf("%n%s%nEvery figure: %s%n", table, results.resolve(stem + ".{md,csv,log}"));
        }
    }

    private List<Entrant> entrants(Scenario scenario, JavaProcess process) throws IOException, InterruptedException {
        var entrants = new ArrayList<Entrant>();
        for (var classPath : ClassPath.allBelow(home.resolve("contenders"))) {
            for (var name : process.run(classPath, Roster.class, List.of(scenario.name()), 1)) {
                entrants.add(new Entrant(name, classPath));
            }
        }
        return options.choose(entrants);
    }
}
