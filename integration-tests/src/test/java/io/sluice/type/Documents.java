package io.sluice.type;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** JSON of any kind, and what it means whatever its spaces. */
final class Documents {

    private Documents() {}

    static String any(Random random) {
        return any(random, 3);
    }

    private static String any(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> "null";
            case 1 -> Boolean.toString(random.nextBoolean());
            case 2 -> Integer.toString(random.nextInt());
            case 3 -> random.nextInt(1_000) + ".5";
            case 4 -> quoted(Samples.text(random, 8));
            case 5 ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> any(random, depth - 1))
                        .collect(Collectors.joining(", ", "[", "]"));
            // keys in the order in which jsonb keeps them
            default ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> "\"k" + i + "\": " + any(random, depth - 1))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c -> c < ' ' || c == '"' || c == '\\' ? "\\u%04x".formatted(c) : Character.toString((char) c))
                .collect(Collectors.joining("", "\"", "\""));
    }

    /** Without the spaces between values, and with every escape spelled in the same way. */
    static String meaning(Json json) {
        String text = json.text();
        var meaning = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
                boolean isCode = text.charAt(i) == 'u';
                int code = isCode ? Integer.parseInt(text, i + 1, i + 5, 16) : escaped(text.charAt(i));
                i += isCode ? 4 : 0;
                meaning.append('<').append(code).append('>');
            } else if (isQuoted || c > ' ') {
                isQuoted ^= c == '"';
                meaning.append(c);
            }
        }
        return meaning.toString();
    }

    private static int escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> c;
        };
    }
}
