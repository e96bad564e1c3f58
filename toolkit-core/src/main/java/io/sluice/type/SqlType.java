package io.sluice.type;

/** A type of SQL. */
public final class SqlType {
    private SqlType() {}
}
