package io.sluice.sql;

import io.sluice.sql.tree.ScriptNode;
import io.sluice.sql.tree.StatementNode;
import java.util.List;

/** Turns statements into SQL; every dialect is one. */
public interface Renderer {

    /** What messages call the database. */
    String name();

    SqlText render(StatementNode statement);

    /** The statements of a script, in the order in which they run. */
    List<String> texts(ScriptNode script);
}
