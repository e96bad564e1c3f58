package io.sluice.engine;

/** How a statement, or whatever else ran on a connection, ended. */
public enum Outcome {
    COMPLETED,
    FAILED,

    /** Its subscriber left before the end. */
    CANCELLED
}
