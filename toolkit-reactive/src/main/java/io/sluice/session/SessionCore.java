package io.sluice.session;

import io.sluice.engine.StatementExecutor;
import io.sluice.load.Graphs;
import io.sluice.sql.Query;
import io.sluice.state.Identities;

/**
 * What the parts of a session share.
 *
 * @param mostValues how many values a statement can carry
 * @param interleaves whether other statements run while a stream is read
 */
record SessionCore(
        StatementExecutor executor, Identities identities, Calls calls, int mostValues, boolean interleaves) {

    <R> Graphs<R> graphs(Query<R> query, boolean isGrouped) {
        return Graphs.of(query, isGrouped, mostValues);
    }
}
