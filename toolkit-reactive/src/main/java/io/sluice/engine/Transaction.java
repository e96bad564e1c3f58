package io.sluice.engine;

import io.sluice.sql.Command;
import io.sluice.sql.Query;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A transaction, from the first statement in it to the end of the function it was given to. Statements run one after the
 * other, in the order of their subscription.
 *
 * <pre>{@code
 * Mono<Receipt> receipt = engine.inTransaction(tx ->
 *         tx.execute(insertInto(ORDERS).values(…).returning(ORDERS.id)).one().map(Receipt::new));
 * }</pre>
 */
public sealed class Transaction implements StatementExecutor permits Connection {
    private final Scope scope;
    private final ScopePlace place;
    private final Execution execution;
    private final Attributes attributes;
    private final AtomicReference<@Nullable String> inner;

    Transaction(Scope scope, ScopePlace place, Execution execution, Attributes attributes) {
        this(scope, place, execution, attributes, new AtomicReference<>());
    }

    private Transaction(
            Scope scope,
            ScopePlace place,
            Execution execution,
            Attributes attributes,
            AtomicReference<@Nullable String> inner) {
        this.scope = scope;
        this.place = place;
        this.execution = execution;
        this.attributes = attributes;
        this.inner = inner;
    }

    Scope scope() {
        return scope;
    }

    ScopePlace place() {
        return place;
    }

    Execution execution() {
        return execution;
    }

    @Override
    public <R> Result<R> execute(Query<R> query) {
        return new QueryResult<>(Objects.requireNonNull(query, "query"), execution);
    }

    @Override
    public Executed execute(Command command) {
        return new CommandResult(Objects.requireNonNull(command, "command"), execution);
    }

    /** The same transaction, with other options for the statements run by what this gives. */
    public Transaction with(UnaryOperator<ExecutionOptions> options) {
        return new Transaction(
                scope,
                place,
                new Execution(execution.machine(), place, options.apply(execution.options())),
                attributes,
                inner);
    }

    /**
     * A part that can fail alone: a savepoint before it, and back to it on error and on cancel. While it runs, statements
     * go through the transaction it is given.
     */
    public <T> Mono<T> nested(Function<? super Transaction, ? extends Mono<T>> part) {
        return streamNested(part).singleOrEmpty();
    }

    private <T> Flux<T> streamNested(Function<? super Transaction, ? extends Publisher<T>> part) {
        return new NestedRun<>(this, Objects.requireNonNull(part, "part"));
    }

    /** What users keep with the transaction; gone when it ends. */
    public Attributes attributes() {
        return attributes;
    }

    /** Enters a nested part, unless one is there already. */
    Optional<OverlapException> enter(String savepoint) {
        String other = inner.compareAndExchange(null, savepoint);
        return other == null
                ? Optional.empty()
                : Optional.of(
                        new OverlapException(
                                "a nested(…) part is running on this transaction, and another cannot begin before it ends; run them one after the other, or nest inside the transaction that the first was given"));
    }

    void leave() {
        inner.set(null);
    }

    /** The transaction of a nested part. */
    Transaction nestedOne() {
        ScopePlace own = place.inner();
        return new Transaction(scope, own, new Execution(execution.machine(), own, execution.options()), attributes);
    }
}
