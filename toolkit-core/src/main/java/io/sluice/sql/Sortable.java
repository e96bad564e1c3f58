package io.sluice.sql;

/** What ORDER BY takes: an expression, or one with a direction. */
public sealed interface Sortable permits Expression, Ordering {

    Ordering ordering();
}
