package io.sluice.sql;

import org.jspecify.annotations.Nullable;

/** A place in a JSON text that moves on as values are taken. It knows arrays and plain values; objects only to pass over. */
final class JsonCursor {
    private final String text;
    private int at;
    private boolean isFirst;

    JsonCursor(String text) {
        this.text = text;
    }

    /** Goes into an array. */
    void open() {
        skipSpace();
        if (peek() != '[') {
            throw unexpected("[");
        }
        at++;
        isFirst = true;
    }

    /** Goes to the array's next element, or out of the array. */
    boolean hasNext() {
        skipSpace();
        if (peek() == ']') {
            at++;
            isFirst = false;
            return false;
        }
        if (!isFirst) {
            if (peek() != ',') {
                throw unexpected(", or ]");
            }
            at++;
            skipSpace();
        }
        isFirst = false;
        return true;
    }

    /** Raises if anything but space is left. */
    void end() {
        skipSpace();
        if (at < text.length()) {
            throw unexpected("nothing more");
        }
    }

    /** Passes over a null, if there is one. */
    boolean takeNull() {
        skipSpace();
        if (peek() != 'n') {
            return false;
        }
        plain();
        return true;
    }

    /** A string without its quotes; a number, true or false as it is written; null for null. */
    @Nullable
    String scalar() {
        if (takeNull()) {
            return null;
        }
        return peek() == '"' ? string() : plain();
    }

    /** Any value as it is written. */
    String raw() {
        skipSpace();
        int from = at;
        int depth = 0;
        do {
            char c = peek();
            if (c == '"') {
                string();
            } else if (c == '[' || c == '{') {
                depth++;
                at++;
            } else if (c == ']' || c == '}') {
                depth--;
                at++;
            } else if (c == ',' || c == ':' || isSpace(c)) {
                at++;
            } else {
                plain();
            }
        } while (depth > 0);
        return text.substring(from, at);
    }

    private String plain() {
        int from = at;
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        if (at == from) {
            throw unexpected("a value");
        }
        return text.substring(from, at);
    }

    private String string() {
        int from = ++at;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                return text.substring(from, at++);
            }
            if (c == '\\') {
                return escapedString(from);
            }
        }
        throw unexpected("the end of a string");
    }

    private String escapedString(int from) {
        var unescaped = new StringBuilder(text.substring(from, at));
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return unescaped.toString();
            }
            unescaped.append(c == '\\' ? escape() : c);
        }
        throw unexpected("the end of a string");
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
            case 'u' -> unicode();
            case '"', '\\', '/' -> c;
            default -> throw unexpected("an escape");
        };
    }

    private char unicode() {
        if (at + 4 > text.length()) {
            throw unexpected("four digits");
        }
        try {
            char c = (char) Integer.parseInt(text, at, at + 4, 16);
            at += 4;
            return c;
        } catch (NumberFormatException e) {
            throw unexpected("four digits");
        }
    }

    private void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw unexpected("more");
        }
        return text.charAt(at);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private static boolean isPlain(char c) {
        return (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '-'
                || c == '+'
                || c == '.';
    }

    /** Says where, not what: values stay out of messages. */
    IllegalStateException unexpected(String expected) {
        return new IllegalStateException(
                "a nested collection cannot be read: its JSON should have %s at %d of %d characters"
                        .formatted(expected, at, text.length()));
    }
}
