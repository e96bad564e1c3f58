package io.sluice.session;

import io.sluice.load.Graphs;
import io.sluice.state.Identities;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The results of a query in windows: rows are taken as they are asked for, and what belongs to a window is loaded for all
 * of it. The next window begins only when somebody asks for more, so that between two of them the session is idle.
 */
final class SessionStream<R> {
    private final Graphs<R> graphs;
    private final SessionCore core;
    private final Supplier<Identities> identities;
    private final int window;

    SessionStream(Graphs<R> graphs, SessionCore core, Identities identities, int window) {
        this(graphs, core, () -> identities, window);
    }

    SessionStream(Graphs<R> graphs, SessionCore core, Supplier<Identities> identities, int window) {
        this.graphs = graphs;
        this.core = core;
        this.identities = identities;
        this.window = window;
    }

    Flux<R> results() {
        Flux<@Nullable Object[]> rows = core.executor().execute(graphs.sent()).all();
        Flux<List<@Nullable Object[]>> windows = graphs.multiplies() ? whole(rows) : rows.buffer(window);
        return core.calls().windows("a stream of " + graphs, windows.map(this::loaded));
    }

    private Mono<List<R>> loaded(List<@Nullable Object[]> rows) {
        return Mono.defer(() -> graphs.results(rows, core.executor(), identities.get()));
    }

    /** Windows that do not end in the middle of a result that is many rows. */
    private Flux<List<@Nullable Object[]>> whole(Flux<@Nullable Object[]> rows) {
        return Flux.defer(() -> {
            AtomicReference<Cut> cut = new AtomicReference<>(new Cut(null, 0));
            return rows.bufferUntil(
                    row -> cut.updateAndGet(before -> before.next(row)).isReached(), true);
        });
    }

    /** Counts results, of which each may be several rows. */
    private final class Cut {
        private final @Nullable Object @Nullable [] last;
        private final int results;

        Cut(@Nullable Object @Nullable [] last, int results) {
            this.last = last;
            this.results = results;
        }

        Cut next(@Nullable Object[] row) {
            boolean isNew = last == null || !graphs.isSame(last, row);
            int counted = isReached() ? 1 : results;
            return new Cut(row, isNew ? counted + 1 : counted);
        }

        boolean isReached() {
            return results > window;
        }
    }
}
