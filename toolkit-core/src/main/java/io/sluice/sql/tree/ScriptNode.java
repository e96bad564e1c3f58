package io.sluice.sql.tree;

import java.util.List;

/** Definitions in the order in which they run; {@code isLenient} where what is there, or gone, already is skipped. */
public record ScriptNode(List<DefinitionNode> steps, boolean isLenient) implements StatementNode {

    public ScriptNode {
        steps = List.copyOf(steps);
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitScript(this);
    }
}
