package io.sluice.engine;

import io.sluice.sql.Query;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A query and how it will run. */
record QueryResult<R>(Query<R> query, Execution execution) implements Result<R> {

    @Override
    public Flux<R> all() {
        return Flux.defer(() -> execution.stream(query.tree(), query.reader()));
    }

    @Override
    public Mono<List<R>> list() {
        return rows(Integer.MAX_VALUE);
    }

    /** One row more than promised is enough to know. */
    @Override
    public Mono<R> one() {
        return rows(2).map(rows -> {
            if (rows.size() != 1) {
                throw new RowCountException("one(): the query gave %s, and one was expected; use %s"
                        .formatted(
                                rows.isEmpty() ? "no row" : "several rows",
                                rows.isEmpty() ? "oneOrEmpty()" : "first() or all()"));
            }
            return rows.get(0);
        });
    }

    @Override
    public Mono<R> oneOrEmpty() {
        return rows(2).flatMap(rows -> switch (rows.size()) {
            case 0 -> Mono.empty();
            case 1 -> Mono.just(rows.get(0));
            default ->
                Mono.error(
                        new RowCountException(
                                "oneOrEmpty(): the query gave several rows, and at most one was expected; use first() or all()"));
        });
    }

    @Override
    public Mono<R> first() {
        return rows(1).flatMap(rows -> rows.isEmpty() ? Mono.empty() : Mono.just(rows.get(0)));
    }

    private Mono<List<R>> rows(int limit) {
        return Mono.defer(() -> execution.rows(query.tree(), query.reader(), limit));
    }
}
