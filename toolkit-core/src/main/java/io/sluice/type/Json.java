package io.sluice.type;

/** A JSON value as its text. The JSON {@code null} is {@link #NULL}, a value; the NULL of SQL is Java's null. */
public record Json(String text) {
    public static final Json NULL = new Json("null");

    @Override
    public String toString() {
        return text;
    }
}
