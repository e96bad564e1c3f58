package io.sluice.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A page of Markdown as its blocks of code. */
record Page(List<Block> blocks) {

    /** A block, and the line its code begins at. */
    record Block(String language, int line, String code) {}

    private static final Pattern FENCE =
            Pattern.compile("(?<quote>(\\s*>)*)\\s*(?<fence>`{3,}|~{3,})\\s*(?<language>[^\\s`]*)[^`]*");

    static Page read(Path file) throws IOException {
        return parse(Files.readAllLines(file));
    }

    static Page parse(List<String> lines) {
        var blocks = new ArrayList<Block>();
        for (var at = 0; at < lines.size(); at++) {
            var opening = FENCE.matcher(lines.get(at));
            if (opening.matches()) {
                var quoted = !opening.group("quote").isEmpty();
                var rest = lines.stream().skip(at + 1L).map(line -> quoted ? unquoted(line) : line);
                var code = rest.takeWhile(line -> !closes(line, opening.group("fence")))
                        .toList();
                blocks.add(
                        new Block(opening.group("language").toLowerCase(Locale.ROOT), at + 2, String.join("\n", code)));
                at += code.size() + 1;
            }
        }
        return new Page(blocks);
    }

    private static String unquoted(String line) {
        return line.replaceFirst("^(\\s*>)+ ?", "");
    }

    /** A fence is closed by one of its kind and at least its length, or by the end of the page. */
    private static boolean closes(String line, String fence) {
        var closing = line.strip();
        return closing.startsWith(fence)
                && closing.replace(fence.substring(0, 1), "").isEmpty();
    }
}
