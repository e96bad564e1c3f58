package io.sluice.engine;

import org.jspecify.annotations.Nullable;

/** One run of a statement, as it is told to those who observe it. */
interface Observation {

    /** For statements that nobody observes. */
    Observation NONE = new Observation() {};

    default void started() {}

    /** A query's rows will be counted one by one. */
    default void reading() {}

    default void row() {}

    /** A change has touched so many rows. */
    default void changed(long rows) {}

    /** Told before the subscriber is, who so finds recorded what just ended. */
    default void ended(Outcome outcome, @Nullable Throwable error, long since) {}
}
