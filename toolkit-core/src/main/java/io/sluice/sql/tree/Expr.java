package io.sluice.sql.tree;

/** An expression of SQL: one of five families, each a file of its own. */
public sealed interface Expr permits Atom, Predicate, Operation, Call, Nested {

    void accept(ExprVisitor visitor);
}
