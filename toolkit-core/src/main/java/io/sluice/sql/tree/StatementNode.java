package io.sluice.sql.tree;

/** A whole statement: one that gives rows, or one that changes them and may give rows too. */
public sealed interface StatementNode permits QueryNode, ChangeNode {

    void accept(StatementVisitor visitor);
}
