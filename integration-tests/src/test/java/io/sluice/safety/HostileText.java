package io.sluice.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Text that would do harm where it became SQL, the same at every run. */
final class HostileText {
    private static final long SEED = 20_261_120L;

    /** What means something to a database, a driver or a formatter. */
    private static final List<String> PIECES = List.of(
            "\"", "\"\"", "`", "``", "'", "''", "\\", "\\'", ".", "..", " ", "  ", "$1", "$$", "$a$", "?", "??", "?1",
            ":x", ":1", "::", "{}", "{0}", "%s", "%", "_", "\\%", "\\_", ";", "--", "-- x", "/*", "*/", "#", "(", ")",
            "[", "]", ",", "=", "\n", "\r", "\t", "\u0001", "\u007f", "\u00a0", "\u2028", "\ufeff", "\u202e", "a", "A",
            "b", "order", "SELECT", "NULL", "0", "é", "e\u0301", "ß", "İ", "ı", "漢", "ע", "😀", "𝒳", "U&\"", "E'");

    private HostileText() {}

    /** Names by hand, where a rule of quoting has its edge. */
    static List<String> names() {
        return List.of(
                "order",
                "select",
                "user",
                "Order",
                "UPPER",
                "mixedCase",
                "with space",
                " leading",
                "trailing ",
                "dotted.name",
                "a\"b",
                "\"quoted\"",
                "a`b",
                "it's",
                "back\\slash",
                "semi;colon",
                "x\"; DROP TABLE victim; --",
                "x`; DROP TABLE victim; --",
                "x'); DROP TABLE victim; --",
                "comment--",
                "/* comment */",
                "$1",
                "a$1",
                "?",
                "a?b",
                ":x",
                "a:b",
                "{}",
                "%s",
                "1st",
                "_",
                "__",
                "tab\tand\nline",
                "\u0001\u007f",
                "größe",
                "ŞİŞ",
                "漢字",
                "e\u0301",
                "\u202eright to left",
                "😀",
                "excluded",
                "rownum",
                "a".repeat(63),
                "A".repeat(63),
                "é".repeat(31),
                "漢".repeat(21));
    }

    /** Names that no database takes whole. */
    static List<String> impossibleNames() {
        return List.of("", "a\0b", "\0", "\ud800", "x\udc00y", "a".repeat(300), "漢".repeat(300));
    }

    static Stream<String> texts(int count, int pieces) {
        var random = new Random(SEED);
        return Stream.generate(() -> text(random, 1 + random.nextInt(pieces))).limit(count);
    }

    private static String text(Random random, int pieces) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            chosen.add(PIECES.get(random.nextInt(PIECES.size())));
        }
        return String.join("", chosen);
    }
}
