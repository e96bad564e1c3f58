package io.sluice.sql.tree;

/** A whole statement: one that gives rows, one that changes them and may give rows too, or one change for many sets of values. */
public sealed interface StatementNode permits QueryNode, ChangeNode, BatchNode {

    void accept(StatementVisitor visitor);
}
