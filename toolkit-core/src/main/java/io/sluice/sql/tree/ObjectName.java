package io.sluice.sql.tree;

/** What a constraint or an index is called. One that a convention made may be shortened where a database keeps less. */
public record ObjectName(String text, boolean isMade) {

    public static ObjectName given(String text) {
        return new ObjectName(text, false);
    }

    public static ObjectName made(String text) {
        return new ObjectName(text, true);
    }
}
