package io.sluice.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as maps, lists, texts, numbers, booleans and nulls: what databases say their plans in. */
public final class JsonTree {
    private final String text;
    private int at;

    private JsonTree(String text) {
        this.text = text;
    }

    public static @Nullable Object parse(String json) {
        var tree = new JsonTree(json);
        Object value = tree.value();
        tree.skipSpace();
        if (tree.at < json.length()) {
            throw tree.unexpected("nothing more");
        }
        return value;
    }

    private @Nullable Object value() {
        skipSpace();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> plain();
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        at++;
        while (goesOn('}', members.isEmpty())) {
            String name = string();
            skipSpace();
            take(':');
            members.put(name, value());
        }
        return members;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> elements = new ArrayList<>();
        at++;
        while (goesOn(']', elements.isEmpty())) {
            elements.add(value());
        }
        return elements;
    }

    /** Goes to the next member or element, or past the end. */
    private boolean goesOn(char end, boolean isFirst) {
        skipSpace();
        if (peek() == end) {
            at++;
            return false;
        }
        if (!isFirst) {
            take(',');
            skipSpace();
        }
        return true;
    }

    private String string() {
        take('"');
        var value = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            value.append(c == '\\' ? escape() : c);
        }
        at++;
        return value.toString();
    }

    private char escape() {
        char c = peek();
        at++;
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                if (at + 4 > text.length()) {
                    throw unexpected("four digits");
                }
                at += 4;
                yield (char) Integer.parseInt(text, at - 4, at, 16);
            }
            default -> c;
        };
    }

    private @Nullable Object plain() {
        int from = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        String word = text.substring(from, at);
        return switch (word) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            case "" -> throw unexpected("a value");
            default -> Double.valueOf(word);
        };
    }

    private void take(char expected) {
        if (peek() != expected) {
            throw unexpected(String.valueOf(expected));
        }
        at++;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw unexpected("more");
        }
        return text.charAt(at);
    }

    /** Says where, not what: plans quote values. */
    private IllegalStateException unexpected(String expected) {
        return new IllegalStateException("a plan cannot be read: its JSON should have %s at %d of %d characters"
                .formatted(expected, at, text.length()));
    }
}
