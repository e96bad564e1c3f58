package io.sluice.session;

import io.sluice.load.Graphs;
import io.sluice.state.Identities;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.concurrent.Queues;

/**
 * The results of a query in windows: rows are taken as they are asked for, and what belongs to a window is loaded for all
 * of it. The next window begins only when somebody asks for more, so that between two of them the session is idle.
 */
final class SessionStream<R> {
    /** As many as operators of Reactor take ahead. */
    private static final int TAKEN_AHEAD = Queues.SMALL_BUFFER_SIZE;

    private final Graphs<R> graphs;
    private final SessionCore core;
    private final int size;
    private final boolean forgets;
    private final Deque<Open> open = new ConcurrentLinkedDeque<>();
    private volatile boolean isOver;

    /** A window, and how many results it gave. */
    private record Open(Identities identities, int results) {}

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

    /** Results that the session knows while its reader may still have them in hand. */
    static <R> Flux<R> forgetting(Graphs<R> graphs, SessionCore core, int size) {
        return new SessionStream<>(graphs, core, size, true).results();
    }

    @SuppressWarnings("NullAway") // it cannot see through the class files of Reactor that a row may hold nulls
    private Flux<R> results() {
        core.identities().closeFinished();
        Flux<@Nullable Object[]> rows = core.executor().execute(graphs.sent()).all();
        Flux<List<@Nullable Object[]>> windows = graphs.multiplies() ? whole(rows) : rows.buffer(size);
        return core.calls()
                .windows(
                        () -> "a stream of " + graphs,
                        windows.<Function<Section, Mono<List<R>>>>map(window -> section -> loaded(window, section)))
                .doOnTerminate(this::end)
                .doOnCancel(this::end);
    }

    private Mono<List<R>> loaded(List<@Nullable Object[]> rows, Section section) {
        return Mono.defer(() -> graphs.results(rows, false, core.reads(section), identities(rows.size())));
    }

    /** Operators that follow have taken results of earlier windows and not handed them on yet; so many stay known. */
    private Identities identities(int results) {
        if (!forgets) {
            return core.identities();
        }
        while (results(open) - (open.isEmpty() ? 0 : open.getFirst().results()) >= TAKEN_AHEAD) {
            core.identities().close(open.removeFirst().identities());
        }
        Identities next = core.identities().openWindow();
        open.addLast(new Open(next, results));
        if (isOver) {
            next.finish();
        }
        return next;
    }

    private static int results(Deque<Open> windows) {
        return windows.stream().mapToInt(Open::results).sum();
    }

    /** What was taken of a stream that is over is known until another begins. Who leaves may do so on any thread. */
    private void end() {
        isOver = true;
        open.forEach(window -> window.identities().finish());
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
        private final @Nullable Object last;
        private final int results;

        Cut(@Nullable Object last, int results) {
            this.last = last;
            this.results = results;
        }

        Cut next(@Nullable Object[] row) {
            Object key = graphs.keyOf(row);
            int counted = isReached() ? 1 : results;
            return new Cut(key, key.equals(last) ? counted : counted + 1);
        }

        boolean isReached() {
            return results > size;
        }
    }
}
