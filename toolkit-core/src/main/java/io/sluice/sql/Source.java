package io.sluice.sql;

import io.sluice.sql.tree.Qualifier;
import io.sluice.sql.tree.SourceNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Anything that may stand in FROM: a table, a query with an alias, a common table, a function that gives rows. */
public interface Source extends Item {

    SourceNode sourceNode();

    /** The same column here: under an alias, or carried through a query. */
    <T> Expression<T> column(TableColumn<T> column);

    /** The table behind it, whatever its alias; null for what is no table. */
    default @Nullable Qualifier table() {
        return null;
    }

    /** Its foreign keys, along which it joins by itself. */
    default List<Reference> foreignKeys() {
        return List.of();
    }
}
