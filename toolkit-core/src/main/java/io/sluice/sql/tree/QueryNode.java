package io.sluice.sql.tree;

/** A statement that only reads. */
public sealed interface QueryNode extends StatementNode permits SelectNode, CompoundNode, ValuesNode, TextNode {}
