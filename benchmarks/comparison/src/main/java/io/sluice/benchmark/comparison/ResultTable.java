package io.sluice.benchmark.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The results as a Markdown table, aligned so that it reads well on a terminal too. */
final class ResultTable {

    private ResultTable() {}

    static String of(String unit, String baseline, List<Result> results) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                "contender",
                "speed by " + baseline,
                "95 % interval",
                unit + "s/s",
                "client CPU ns/" + unit,
                "bytes/" + unit));
        for (var result : results) {
            rows.add(List.of(
                    result.contender(),
                    format("%.3f", result.ratio()),
                    format(
                            "%.3f to %.3f",
                            result.confidence().low(), result.confidence().high()),
                    format("%,.0f", result.unitsPerSecond()),
                    format("%,.0f", result.cpuNanosPerUnit()),
                    format("%,.0f", result.bytesPerUnit())));
        }
        return align(rows);
    }

    private static String align(List<List<String>> rows) {
        var widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElseThrow())
                .toArray();
        var lines = rows.stream().map(row -> line(row, widths)).collect(Collectors.toCollection(ArrayList::new));
        lines.add(1, rule(widths));
        return String.join("\n", lines) + "\n";
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> (column == 0 ? "%-" + widths[column] + "s" : "%" + widths[column] + "s")
                        .formatted(row.get(column)))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String rule(int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> column == 0 ? "-".repeat(widths[0] + 2) : "-".repeat(widths[column] + 1) + ":")
                .collect(Collectors.joining("|", "|", "|"));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
