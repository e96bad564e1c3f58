package io.sluice.sql;

import org.jspecify.annotations.Nullable;

/** Names that users give. */
final class Names {

    private Names() {}

    /** No database takes an empty name or one with a NUL in it, whatever the quotes. */
    static String require(@Nullable String name, String what) {
        if (name == null || name.isEmpty()) {
            throw new StatementException(
                    "%s must not be %s; give it a name".formatted(what, name == null ? "null" : "empty"));
        }
        if (name.indexOf('\0') >= 0) {
            throw new StatementException(
                    "%s must not contain the character NUL, which no database accepts".formatted(what));
        }
        return name;
    }
}
