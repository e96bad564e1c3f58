package io.sluice.test.database;

import java.util.List;

/** The SQL that fills a new test database. Templates with the same statements are the same template. */
public record Template(List<String> statements) {

    /** A database with nothing in it. */
    public static final Template EMPTY = new Template(List.of());

    public Template {
        statements = List.copyOf(statements);
    }

    /** A template of statements, run in this order. */
    public static Template of(String... statements) {
        return new Template(List.of(statements));
    }

    boolean isEmpty() {
        return statements.isEmpty();
    }
}
