package io.sluice.engine;

import io.sluice.dialect.CompiledStatement;
import io.sluice.dialect.StatementCache;
import io.sluice.sql.RowReader;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.ScriptNode;
import io.sluice.sql.tree.StatementNode;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs statements in a place, in the way that its options say. Compiled before a turn is taken: what cannot be said needs none. */
record Execution(Machine machine, Place place, ExecutionOptions options) {
    private static final RowReader<Void> NOTHING = values -> {
        throw new IllegalStateException("a command gives no rows");
    };

    /** What all executions of an engine share. */
    record Machine(StatementCache<Prepared> statements, Driver driver, Wire wire, Observer observer) {}

    /** The same in another place. */
    Execution in(Place other) {
        return new Execution(machine, other, options);
    }

    /** The rows at the pace of their subscriber. */
    <R> Flux<R> stream(StatementNode tree, RowReader<R> reader) {
        return Flux.defer(() -> {
            List<RowOrder<R>> orders = orders(tree, reader, options.fetchSize());
            return orders.size() == 1
                    ? within(place.stream(orders.get(0)))
                    : Gathered.all(within(together(orders, this::run))).flatMapIterable(rows -> rows);
        });
    }

    /** The rows as fast as they come, at most {@code limit} of them. */
    <R> Mono<List<R>> rows(StatementNode tree, RowReader<R> reader, int limit) {
        return Gathered.atMost(limit, Flux.defer(() -> {
            List<RowOrder<R>> orders = orders(tree, reader, limit == 1 ? 1 : 0);
            return within(together(orders, this::run));
        }));
    }

    Mono<Long> rowCount(StatementNode tree) {
        return Mono.defer(() -> {
            if (tree instanceof ScriptNode) {
                return Mono.error(new StatementException("rowCount(): a definition touches no rows; use done()"));
            }
            if (!machine.driver().countsRows(tree)) {
                return Mono.error(
                        new StatementException(
                                "rowCount(): this database's driver does not tell how many rows such a statement touched; use done()"));
            }
            return Gathered.all(counts(tree))
                    .map(counts -> counts.stream().mapToLong(Long::longValue).sum());
        });
    }

    Mono<Void> done(StatementNode tree) {
        return counts(tree).then();
    }

    private Flux<Long> counts(StatementNode tree) {
        return Flux.defer(() -> {
            if (tree instanceof ScriptNode script) {
                return within(defined(definitions(script)));
            }
            List<RowOrder<Void>> orders = orders(tree, NOTHING, 0);
            return within(together(orders, this::count));
        });
    }

    private Flux<Long> defined(List<RowOrder<Void>> orders) {
        return machine.statements().dialect().definesInTransactions()
                ? together(orders, this::count)
                : place.withoutTransaction(
                        scope -> Flux.fromIterable(orders).concatMap(order -> count(scope, order), 1));
    }

    /** The plan of a statement, which is run for it only where its steps are measured. */
    Mono<Plan> plan(StatementNode tree, boolean isMeasured) {
        return Mono.defer(() -> {
            Plans plans = machine.driver()
                    .plans()
                    .orElseThrow(
                            () -> new StatementException(
                                    "explain(): it is not known how this database says its plans; ask it in its own words, with text(…)"));
            RowOrder<String> order = planOrder(tree, plans, isMeasured);
            return Gathered.all(within(run(place, order))).map(answer -> {
                String text = String.join("\n", answer);
                return new Plan(text, plans.read(text));
            });
        });
    }

    private RowOrder<String> planOrder(StatementNode tree, Plans plans, boolean isMeasured) {
        if (isMeasured) {
            Guard.requireRestriction(tree);
        }
        List<StatementNode> parts = tree instanceof ScriptNode || Guard.doesNothing(tree)
                ? List.of()
                : machine.statements().dialect().parts(tree);
        if (parts.size() != 1) {
            throw new StatementException(
                    "explain(): there is no plan of what is sent as %d statements; explain one query or change"
                            .formatted(parts.size()));
        }
        RowOrder<Void> explained = order(parts.get(0), NOTHING, 0);
        CompiledStatement plain = explained.prepared().compiled();
        String sql = isMeasured ? plans.analyze(plain.sql()) : plans.explain(plain.sql());
        var prepared = new Prepared(
                new CompiledStatement(sql, plain.parameterTypes(), List.of(plans.type())),
                machine.driver().codec());
        return new RowOrder<>(
                tree,
                prepared,
                explained.values(),
                values -> String.valueOf(values[0]),
                explained.fetchSize(),
                observation(tree, prepared, explained.values()));
    }

    /** Past the cache: definitions run once, and would only push others out of it. */
    private List<RowOrder<Void>> definitions(ScriptNode script) {
        int fetchSize = machine.driver().everything(false);
        return machine.statements().dialect().texts(script, options.schemas()).stream()
                .map(text -> {
                    var compiled = new CompiledStatement(text, List.of(), List.of());
                    var prepared = new Prepared(compiled, machine.driver().codec());
                    return new RowOrder<>(
                            script, prepared, List.of(), NOTHING, fetchSize, observation(script, prepared, List.of()));
                })
                .toList();
    }

    private Flux<Long> count(Place where, RowOrder<Void> order) {
        boolean isTold =
                !(order.tree() instanceof ScriptNode) && machine.driver().countsRows(order.tree());
        return new StatementRun<>(where.turn(order.sql()), machine.wire(), order, () -> order.counting(isTold));
    }

    /** One statement is all or nothing by itself. */
    private <R, T> Flux<T> together(List<RowOrder<R>> orders, BiFunction<Place, RowOrder<R>, Flux<T>> run) {
        return switch (orders.size()) {
            case 0 -> Flux.empty();
            case 1 -> run.apply(place, orders.get(0));
            default ->
                place.together(scope -> Flux.fromIterable(orders).concatMap(order -> run.apply(scope, order), 1));
        };
    }

    private <R> Flux<R> run(Place where, RowOrder<R> order) {
        return new StatementRun<>(where.turn(order.sql()), machine.wire(), order, order::reading);
    }

    /** One for each statement that is sent: usually one, none if there is nothing to do, several if one cannot hold all values. */
    private <R> List<RowOrder<R>> orders(StatementNode tree, RowReader<R> reader, int fetchSize) {
        if (Guard.doesNothing(tree)) {
            return List.of();
        }
        Guard.requireRestriction(tree);
        return machine.statements().dialect().parts(tree).stream()
                .map(part -> order(part, reader, fetchSize))
                .toList();
    }

    @SuppressWarnings("NullAway") // it cannot see through the module's class files that values may be null
    private <R> RowOrder<R> order(StatementNode tree, RowReader<R> reader, int fetchSize) {
        StatementCache.Bound<Prepared> bound = machine.statements().get(tree, options.schemas());
        int size = fetchSize == 0 ? machine.driver().everything(!bound.values().isEmpty()) : fetchSize;
        return new RowOrder<>(
                tree, bound.entry(), bound.values(), reader, size, observation(tree, bound.entry(), bound.values()));
    }

    private Observation observation(StatementNode tree, Prepared prepared, List<@Nullable Object> values) {
        return machine.observer().of(tree, prepared, values, machine.wire().errors());
    }

    /** The deadline counts from the subscription on: what waits for a connection uses it up too. */
    private <T> Flux<T> within(Flux<T> run) {
        Duration timeout = options.timeout();
        return timeout == null ? run : Deadline.on(run, timeout);
    }
}
