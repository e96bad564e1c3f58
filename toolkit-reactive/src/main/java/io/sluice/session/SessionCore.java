package io.sluice.session;

import io.sluice.engine.StatementExecutor;
import io.sluice.load.Graphs;
import io.sluice.load.Reads;
import io.sluice.sql.Query;
import io.sluice.state.Identities;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * What the parts of a session share.
 *
 * @param mostValues how many values a statement can carry
 * @param interleaves whether other statements run while a stream is read
 */
record SessionCore(
        StatementExecutor executor, Identities identities, Calls calls, int mostValues, boolean interleaves) {

    /** What a call reads is worked on in its section. */
    Reads reads(Section section) {
        return new Reads() {
            @Override
            public <R> Mono<List<R>> list(Query<R> query) {
                return section.within(executor.execute(query).list());
            }
        };
    }

    <R> Graphs<R> graphs(Query<R> query, boolean isGrouped) {
        return Graphs.of(query, isGrouped, mostValues);
    }
}
