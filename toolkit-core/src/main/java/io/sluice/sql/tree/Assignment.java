package io.sluice.sql.tree;

/** A column and what it is set to. */
public record Assignment(String column, Expr value) {}
