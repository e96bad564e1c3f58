package io.sluice.schema;

import io.sluice.sql.Command;
import io.sluice.sql.Renderer;
import io.sluice.sql.tree.DefinitionNode;
import io.sluice.sql.tree.ScriptNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What creates or drops: one or more statements that run in their order on one connection.
 *
 * <pre>{@code
 * engine.execute(shop.createAll()).done();
 * shop.createAll().sql(Dialects.POSTGRESQL);      // one text, for a file
 * shop.createAll().texts(Dialects.POSTGRESQL);    // statement by statement
 * }</pre>
 */
public final class Definition implements Command {
    private final ScriptNode tree;

    private Definition(ScriptNode tree) {
        this.tree = tree;
    }

    static Definition of(DefinitionNode step) {
        return new Definition(new ScriptNode(List.of(step), false));
    }

    static Definition lenient(List<DefinitionNode> steps) {
        return new Definition(new ScriptNode(steps, true));
    }

    /** Skips what is there already, or is gone already. What is there is not compared with what it should be. */
    public Definition ifNeeded() {
        return new Definition(new ScriptNode(tree.steps(), true));
    }

    /** Fails on what is there already, or is gone already. */
    public Definition strict() {
        return new Definition(new ScriptNode(tree.steps(), false));
    }

    /** The statements for a dialect, in the order in which they run. */
    public List<String> texts(Renderer dialect) {
        return dialect.texts(tree);
    }

    @Override
    public ScriptNode tree() {
        return tree;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Definition that && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    @Override
    public String toString() {
        return "%d definitions".formatted(tree.steps().size());
    }
}
