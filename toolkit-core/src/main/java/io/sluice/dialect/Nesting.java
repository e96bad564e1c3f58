package io.sluice.dialect;

import io.sluice.sql.StatementException;

/** Walks over statements, which take a few calls for each level of nesting. */
final class Nesting {

    private Nesting() {}

    /** What overflows the stack here is beyond every database too, so it is refused like other statements nobody can say. */
    static void bounded(Runnable walk) {
        try {
            walk.run();
        } catch (StackOverflowError e) {
            throw new StatementException(
                    "a statement is nested too deeply: expressions or queries stand thousands of levels inside each other; "
                            + "join conditions with and(…) and or(…), which may have any number of terms, and name inner queries with asCte(…)");
        }
    }
}
