package io.sluice.schema;

import io.sluice.sql.Reference;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.Qualifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables that belong together, each found by its name, in an order in which they can be created. */
public final class Metadata {
    private final Map<Qualifier, Table> tables = new LinkedHashMap<>();

    private Metadata() {}

    public static Metadata of(Table... tables) {
        var metadata = new Metadata();
        for (Table table : tables) {
            if (table.tableName().alias() != null) {
                throw new StatementException("metadata holds tables, and %s is an alias of one".formatted(table));
            }
            if (metadata.tables.putIfAbsent(table.table(), table) != null) {
                throw new StatementException("metadata has two tables named %s".formatted(table));
            }
        }
        return metadata;
    }

    public Table table(String name) {
        return table(TableName.of(name));
    }

    public Table table(TableName name) {
        Table found = tables.get(name.identity());
        if (found == null) {
            throw new StatementException(
                    "there is no table %s in this metadata; it has %s".formatted(name, tables.values()));
        }
        return found;
    }

    /** The tables, each after those it refers to; where they refer to each other in a circle, in the order they were given. */
    public List<Table> tables() {
        Set<Table> ordered = new LinkedHashSet<>();
        Set<Table> visiting = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        tables.values().forEach(table -> visit(table, visiting, ordered));
        return new ArrayList<>(ordered);
    }

    private void visit(Table table, Set<Table> visiting, Set<Table> ordered) {
        if (ordered.contains(table) || !visiting.add(table)) {
            return;
        }
        for (Reference reference : table.foreignKeys()) {
            Table target = tables.get(reference.table());
            if (target != null) {
                visit(target, visiting, ordered);
            }
        }
        ordered.add(table);
    }
}
