package io.sluice.load;

import io.sluice.sql.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query that is sent, and what its rows hold.
 *
 * @param isMoved whether the user's query stands in its FROM
 * @param multiplies whether the rows of one result can be many, because a collection is joined to it
 * @param splits whether they may come apart from each other, however they are sorted
 * @param number where the number of the user's own row stands, if collections are joined to rows that its entity does
 *     not tell apart; else {@link #NOT_NUMBERED}
 */
record Reading(
        Query<@Nullable Object[]> query,
        List<EntityPlace> places,
        boolean isMoved,
        boolean multiplies,
        boolean splits,
        int number) {
    static final int NOT_NUMBERED = -1;

    /** A query as it is, of which nothing but its own entities is read. */
    static Reading bare(Query<@Nullable Object[]> query, List<EntityPlace> places) {
        return new Reading(query, places, false, false, false, NOT_NUMBERED);
    }
}
