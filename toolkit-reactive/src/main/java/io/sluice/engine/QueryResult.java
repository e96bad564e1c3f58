package io.sluice.engine;

import io.sluice.sql.Query;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.StatementNode;
import io.sluice.sql.tree.Tail;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A query and how it will run. */
record QueryResult<R>(Query<R> query, Execution execution) implements Result<R> {

    QueryResult {
        if (!query.loads().isEmpty()) {
            throw new StatementException(
                    "load(%s): only a session loads relations, since only there one key is one object; execute the query in a session, or join what it needs"
                            .formatted(query.loads().get(0)));
        }
    }

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
                throw RowCountException.notOne("one", rows.size());
            }
            return rows.get(0);
        });
    }

    @Override
    public Mono<R> oneOrEmpty() {
        return rows(2).flatMap(rows -> switch (rows.size()) {
            case 0 -> Mono.empty();
            case 1 -> Mono.just(rows.get(0));
            default -> Mono.error(RowCountException.notOne("oneOrEmpty", rows.size()));
        });
    }

    @Override
    public Mono<R> first() {
        return rows(1).flatMap(rows -> rows.isEmpty() ? Mono.empty() : Mono.just(rows.get(0)));
    }

    /** A buffer asks for as many rows as it can hold, so nothing is read ahead but by the fetch. */
    @Override
    public Flux<List<R>> partitions(int rows) {
        return all().buffer(EngineOptions.positive(rows, "partitions"));
    }

    @Override
    public Mono<Boolean> exists() {
        return answer(Counting::exists, Boolean.class);
    }

    @Override
    public Mono<Long> count() {
        return answer(tree -> Counting.count(tree, "count"), Long.class);
    }

    @Override
    public Mono<Page<R>> page() {
        return Mono.defer(() -> {
            Tail tail = Counting.tailOf(query.tree());
            if (tail.limit() == null) {
                return Mono.error(
                        new StatementException(
                                "page(): the query has no limit(…), so that all its rows are on the page; add one, or read them with list()"));
            }
            Mono<Long> total = answer(Counting::total, Long.class);
            return list().flatMap(items -> {
                long known = Counting.knownTotal(tail, items.size());
                return (known < 0 ? total : Mono.just(known)).map(rows -> new Page<>(items, rows));
            });
        });
    }

    /** The one value of a query about this one. */
    private <T> Mono<T> answer(Function<StatementNode, StatementNode> question, Class<T> type) {
        return Mono.defer(() ->
                        execution.rows(question.apply(query.tree()), values -> type.cast(values[0]), Integer.MAX_VALUE))
                .map(rows -> rows.get(0));
    }

    private Mono<List<R>> rows(int limit) {
        return Mono.defer(() -> execution.rows(query.tree(), query.reader(), limit));
    }

    @Override
    public Mono<Plan> explain() {
        return Mono.defer(() -> execution.plan(query.tree(), false));
    }

    @Override
    public Mono<Plan> analyze() {
        return Mono.defer(() -> execution.plan(query.tree(), true));
    }

    @Override
    public String toString() {
        return "Result[%s]".formatted(query);
    }
}
