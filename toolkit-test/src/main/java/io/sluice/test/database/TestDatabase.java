package io.sluice.test.database;

/** A database for tests. */
public final class TestDatabase {
    private TestDatabase() {}
}
