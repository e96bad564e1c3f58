package io.sluice.dialect;

import io.sluice.sql.StatementException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which schema is said for the one that a table, a view or a sequence names, so that the same statements work on several
 * copies of the same tables. Immutable: each method gives a changed copy. Functions and types are not looked at.
 */
public final class SchemaNames {
    /** Every schema as it is named. */
    public static final SchemaNames AS_NAMED = new SchemaNames(null, Map.of());

    private final @Nullable String forNone;
    private final Map<String, String> others;

    private SchemaNames(@Nullable String forNone, Map<String, String> others) {
        this.forNone = forNone;
        this.others = others;
    }

    /** What names no schema is in this one. */
    public SchemaNames defaultTo(String schema) {
        return new SchemaNames(required(schema), others);
    }

    /** What names the first is in the second. */
    public SchemaNames with(String named, String said) {
        Map<String, String> more = new TreeMap<>(others);
        more.put(required(named), required(said));
        return new SchemaNames(forNone, Map.copyOf(more));
    }

    /** Of a table, a view or a sequence. */
    @Nullable
    String of(@Nullable String schema) {
        return schema == null ? forNone : others.getOrDefault(schema, schema);
    }

    /** Of what is in front of a column, where nothing may stand for an alias. */
    @Nullable
    String ofColumn(@Nullable String schema) {
        return schema == null ? null : of(schema);
    }

    private static String required(String schema) {
        if (Objects.requireNonNull(schema, "schema").isEmpty()) {
            throw new StatementException("a schema's name is empty; name one");
        }
        return schema;
    }

    @Override
    public String toString() {
        return (forNone == null ? "" : "→ " + forNone + " ") + others;
    }
}
