package io.sluice.engine;

/** How a database says cursors, which are read in turns with other statements of their transaction. */
public interface Cursors {

    /** Declares a cursor for a query; its parameters are the query's. */
    String declare(String name, String query);

    String fetch(String name, int rows);

    String close(String name);
}
