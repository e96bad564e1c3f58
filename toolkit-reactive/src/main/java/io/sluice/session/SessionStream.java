package io.sluice.session;

import io.sluice.load.Graphs;
import io.sluice.state.Identities;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
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
    private final int size;
    private final boolean forgets;
    private @Nullable Identities window;

    private SessionStream(Graphs<R> graphs, SessionCore core, int size, boolean forgets) {
        this.graphs = graphs;
        this.core = core;
        this.size = size;
        this.forgets = forgets;
    }

    /** Results that the session goes on to know. */
    static <R> Flux<R> keeping(Graphs<R> graphs, SessionCore core, int size) {
        return new SessionStream<>(graphs, core, size, false).results();
    }

    /** Results that the session knows until the next window begins. */
    static <R> Flux<R> forgetting(Graphs<R> graphs, SessionCore core, int size) {
        return new SessionStream<>(graphs, core, size, true).results();
    }

    private Flux<R> results() {
        Flux<@Nullable Object[]> rows = core.executor().execute(graphs.sent()).all();
        Flux<List<@Nullable Object[]>> windows = graphs.multiplies() ? whole(rows) : rows.buffer(size);
        return core.calls()
                .windows("a stream of " + graphs, windows.map(this::loaded))
                .doOnTerminate(this::close)
                .doOnCancel(this::close);
    }

    private Mono<List<R>> loaded(List<@Nullable Object[]> rows) {
        return Mono.defer(() -> graphs.results(rows, core.executor(), identities()));
    }

    private Identities identities() {
        if (!forgets) {
            return core.identities();
        }
        close();
        Identities next = core.identities().openWindow();
        window = next;
        return next;
    }

    private void close() {
        Identities last = window;
        if (last != null) {
            core.identities().close(last);
        }
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
            return results > size;
        }
    }
}
