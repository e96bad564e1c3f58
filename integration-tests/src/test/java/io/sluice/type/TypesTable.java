package io.sluice.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One way's table in {@code docs/types.md}. */
final class TypesTable {
    private final Way way;
    private final Map<String, Map<String, Cell>> trips;

    TypesTable(Way way, Map<String, Map<String, Cell>> trips) {
        this.way = way;
        this.trips = trips;
    }

    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        trips.forEach((type, cells) -> cells.forEach((name, cell) ->
                cell.wrong().forEach(how -> wrong.add("%s, %s, %s: %s".formatted(way.title(), type, name, how)))));
        return wrong;
    }

    /** The page with this table in place of the one of the same title. */
    String putInto(String page) {
        var section = Pattern.compile("## " + Pattern.quote(way.title()) + "\n.*?(?=\n## |\\z)", Pattern.DOTALL);
        return section.matcher(page).replaceFirst(Matcher.quoteReplacement(toString()));
    }

    @Override
    public String toString() {
        var table = new StringBuilder("## %s%n%n| type | ".formatted(way.title()))
                .append(String.join(" | ", RoundTrip.CELLS))
                .append(" |\n|---|")
                .append("---|".repeat(RoundTrip.CELLS.size()))
                .append('\n');
        List<String> notes = new ArrayList<>();
        trips.forEach((type, cells) -> {
            table.append("| ").append(type).append(" |");
            cells.values()
                    .forEach(cell -> table.append(' ')
                            .append(cell.mark())
                            .append(references(cell, notes))
                            .append(" |"));
            table.append('\n');
        });
        for (int i = 0; i < notes.size(); i++) {
            table.append(i == 0 ? "\n" : "")
                    .append(i + 1)
                    .append(". ")
                    .append(notes.get(i))
                    .append('\n');
        }
        return table.toString();
    }

    private static String references(Cell cell, List<String> notes) {
        var references = new StringBuilder();
        for (String note : cell.notes()) {
            if (!notes.contains(note)) {
                notes.add(note);
            }
            references.append(references.isEmpty() ? " (" : ", ").append(notes.indexOf(note) + 1);
        }
        return references.isEmpty() ? "" : references.append(')').toString();
    }
}
