package io.sluice.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of the values in one cell of the table: came back the same, refused with a word, or wrong. */
final class Cell {
    private final Map<String, String> refused = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int same;

    void same() {
        same++;
    }

    /** What was refused, and why in the words of the message. */
    void refused(String what, String why) {
        refused.putIfAbsent(what, why);
    }

    void wrong(String how) {
        wrong.add(how);
    }

    List<String> wrong() {
        return wrong;
    }

    String mark() {
        if (same == 0 && refused.isEmpty()) {
            return "–";
        }
        if (refused.isEmpty()) {
            return "yes";
        }
        return same == 0 ? "no" : "in part";
    }

    /** One note for values that are refused for the same reason. */
    List<String> notes() {
        Map<String, List<String>> byReason = refused.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        return byReason.entrySet().stream()
                .map(reason -> {
                    String what = String.join(", ", reason.getValue());
                    return (what.isEmpty() ? "" : what + ": ") + reason.getKey();
                })
                .toList();
    }
}
