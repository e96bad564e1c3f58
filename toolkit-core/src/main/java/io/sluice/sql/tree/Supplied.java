package io.sluice.sql.tree;

import java.util.function.Supplier;

/** Stands in a {@link Atom.Bind} for a value that is made when the statement runs, anew each time; the column is for messages. */
public record Supplied(String column, Supplier<?> supplier) {}
