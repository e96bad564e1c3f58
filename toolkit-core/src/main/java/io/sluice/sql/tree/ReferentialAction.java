package io.sluice.sql.tree;

/** What becomes of rows that refer to one that is deleted, or whose key changes. */
public enum ReferentialAction {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT;

    public String text() {
        return name().replace('_', ' ');
    }
}
