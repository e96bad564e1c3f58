package io.sluice.schema;

import io.sluice.sql.StatementException;
import io.sluice.sql.tree.Qualifier;
import io.sluice.sql.tree.SourceNode.TableRef;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a table is called: by the database, in which schema if that is said, and under which alias in a statement. */
public record TableName(
        @Nullable String schema, String name, @Nullable String alias) {

    public TableName {
        requireName(name, "a table's name");
        if (schema != null) {
            requireName(schema, "a schema's name");
        }
        if (alias != null) {
            requireName(alias, "an alias");
        }
    }

    public static TableName of(String name) {
        return new TableName(null, name, null);
    }

    public static TableName of(String schema, String name) {
        return new TableName(schema, name, null);
    }

    public TableName as(String alias) {
        return new TableName(schema, name, alias);
    }

    public TableName inSchema(String other) {
        return new TableName(other, name, alias);
    }

    TableRef ref() {
        return new TableRef(schema, name, alias);
    }

    Qualifier identity() {
        return new Qualifier(schema, name);
    }

    static void requireName(@Nullable String name, String what) {
        if (name == null || name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new StatementException("%s must not be null or empty, nor contain the character NUL".formatted(what));
        }
    }

    /** Text that a database keeps: any but none, and but one with a NUL. */
    static String requireText(@Nullable String text, String what) {
        requireName(text, what);
        return Objects.requireNonNull(text);
    }

    /** As SQL would qualify it. */
    @Override
    public String toString() {
        String full = schema == null ? name : schema + "." + name;
        return alias == null ? full : full + " AS " + alias;
    }
}
