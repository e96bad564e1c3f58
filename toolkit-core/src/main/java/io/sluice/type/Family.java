package io.sluice.type;

/** Kinds that accept the same operators. */
public enum Family {
    BOOLEAN("boolean"),
    INTEGER("a number"),
    DECIMAL("a number"),
    FLOAT("a number"),
    TEXT("text"),
    BINARY("binary"),
    TEMPORAL("a date or time"),
    INTERVAL("an interval"),
    JSON("JSON"),
    ENUM("an enum"),
    ARRAY("an array"),
    RANGE("a range"),
    SEARCH("a text search value"),
    OTHER("of another kind");

    private final String description;

    Family(String description) {
        this.description = description;
    }

    public boolean isNumeric() {
        return this == INTEGER || this == DECIMAL || this == FLOAT;
    }

    /** How messages call a member: “text”, “a number”. */
    public String description() {
        return description;
    }
}
