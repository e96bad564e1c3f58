package io.sluice.session;

import io.sluice.engine.Page;
import io.sluice.engine.Plan;
import io.sluice.engine.Result;
import io.sluice.engine.RowCountException;
import io.sluice.load.Graphs;
import io.sluice.load.Reads;
import io.sluice.sql.Query;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a query gives in a session: entities that it manages, with all that was to be loaded. */
final class SessionResult<R> implements Result<R> {
    private static final int WINDOW = 1_000;

    private final Query<R> query;
    private final SessionCore core;

    SessionResult(Query<R> query, SessionCore core) {
        this.query = query;
        this.core = core;
    }

    @Override
    public Flux<R> all() {
        return Flux.defer(() -> {
            Graphs<R> graphs = core.graphs(query, true);
            return graphs.splits() || (graphs.loadsMore() && !core.interleaves())
                    ? list().flatMapIterable(results -> results)
                    : SessionStream.keeping(graphs, core, WINDOW);
        });
    }

    @Override
    public Mono<List<R>> list() {
        return core.calls().call(label("list"), this::loaded);
    }

    @SuppressWarnings("NullAway") // it cannot see through the class files of Reactor that a row may hold nulls
    private Mono<List<R>> loaded(Section section) {
        Graphs<R> graphs = core.graphs(query, false);
        Reads reads = core.reads(section);
        return reads.list(graphs.sent()).flatMap(rows -> graphs.results(rows, true, reads, core.identities()));
    }

    @Override
    public Mono<R> one() {
        return several("one", Result::one).map(results -> {
            if (results.size() != 1) {
                throw RowCountException.notOne("one", results.size());
            }
            return results.get(0);
        });
    }

    @Override
    public Mono<R> oneOrEmpty() {
        return several("oneOrEmpty", Result::oneOrEmpty).flatMap(results -> {
            if (results.size() > 1) {
                return Mono.error(RowCountException.notOne("oneOrEmpty", results.size()));
            }
            return results.isEmpty() ? Mono.empty() : Mono.just(results.get(0));
        });
    }

    @Override
    public Mono<R> first() {
        return several("first", Result::first).flatMap(SessionResult::firstOf);
    }

    /** Where a collection is joined, one result is many rows, of which nobody knows how many: then all are read. */
    @SuppressWarnings("NullAway") // it cannot see through the class files of Reactor that a row may hold nulls
    private Mono<List<R>> several(String method, Function<Result<@Nullable Object[]>, Mono<@Nullable Object[]>> rowOf) {
        return core.calls().call(label(method), section -> {
            Graphs<R> graphs = core.graphs(query, false);
            if (graphs.multiplies()) {
                return loaded(section);
            }
            return section.within(rowOf.apply(core.executor().execute(graphs.sent())))
                    .flatMap(row -> graphs.results(
                            List.<@Nullable Object[]>of(row), false, core.reads(section), core.identities()))
                    .defaultIfEmpty(List.of());
        });
    }

    private static <R> Mono<R> firstOf(List<R> results) {
        return results.isEmpty() ? Mono.empty() : Mono.just(results.get(0));
    }

    @Override
    public Flux<List<R>> partitions(int rows) {
        return all().buffer(rows);
    }

    @Override
    public Mono<Boolean> exists() {
        return core.calls()
                .call(
                        label("exists"),
                        section -> core.executor().execute(bare()).exists());
    }

    @Override
    public Mono<Long> count() {
        return core.calls()
                .call(label("count"), section -> core.executor().execute(bare()).count());
    }

    /** A page is of the user's own rows, so what would be joined to them is loaded after them. */
    @Override
    @SuppressWarnings("NullAway") // it cannot see through the class files of Reactor that a row may hold nulls
    public Mono<Page<R>> page() {
        return core.calls().call(label("page"), section -> {
            Graphs<R> graphs = core.graphs(query, false).unjoined();
            return section.within(core.executor().execute(graphs.sent()).page())
                    .flatMap(page -> graphs.results(page.items(), false, core.reads(section), core.identities())
                            .map(results -> new Page<>(results, page.total())));
        });
    }

    @Override
    public Mono<Plan> explain() {
        return core.calls().call(label("explain"), section -> sent().explain());
    }

    @Override
    public Mono<Plan> analyze() {
        return core.calls().call(label("analyze"), section -> sent().analyze());
    }

    /** What a list would send first. */
    private Result<@Nullable Object[]> sent() {
        return core.executor().execute(core.graphs(query, false).sent());
    }

    /** The user's own rows, of which nothing is read. */
    private Query<@Nullable Object[]> bare() {
        return Graphs.rowsOf(query);
    }

    private Supplier<String> label(String method) {
        return () -> "%s() of %s".formatted(method, query);
    }
}
