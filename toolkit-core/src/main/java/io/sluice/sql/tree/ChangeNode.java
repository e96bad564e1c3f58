package io.sluice.sql.tree;

/** A statement that changes rows; it gives rows where its projection is not empty. */
public sealed interface ChangeNode extends StatementNode permits InsertNode, UpdateNode, DeleteNode, MergeNode {

    /** The common tables before it. */
    Chain<CommonTable> with();

    /** What RETURNING gives. */
    Chain<ResultItem> returning();
}
