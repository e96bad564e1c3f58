package io.sluice.sql.tree;

/** When a foreign key is looked at: after each statement, or, for one that can be deferred, at the end of a transaction. */
public enum Deferral {
    NONE,
    INITIALLY_IMMEDIATE,
    INITIALLY_DEFERRED
}
