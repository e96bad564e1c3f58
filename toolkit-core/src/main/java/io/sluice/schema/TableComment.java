package io.sluice.schema;

/** What a table is for, kept in the database. */
public final class TableComment implements TablePart {
    private final String text;

    private TableComment(String text) {
        this.text = text;
    }

    public static TableComment of(String text) {
        return new TableComment(TableName.requireText(text, "a comment"));
    }

    String text() {
        return text;
    }
}
