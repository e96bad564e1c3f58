package io.sluice.sql;

/** A statement that gives no rows, only how many it touched. */
public interface Command extends Statement {}
