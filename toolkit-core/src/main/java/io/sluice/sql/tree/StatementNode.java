package io.sluice.sql.tree;

/**
 * A whole statement: one that gives rows, one that changes them and may give rows too, one change for many sets of values,
 * or definitions of what holds them.
 */
public sealed interface StatementNode permits QueryNode, ChangeNode, BatchNode, ScriptNode {

    void accept(StatementVisitor visitor);
}
