package io.sluice.engine;

import io.sluice.sql.Command;
import io.sluice.sql.Query;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
    private final ScopePlace place;
    private final Execution execution;
    private final Attributes attributes;

    Transaction(ScopePlace place, Execution execution, Attributes attributes) {
        this.place = place;
        this.execution = execution;
        this.attributes = attributes;
    }

    Scope scope() {
        return place.scope();
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
                place, new Execution(execution.machine(), place, options.apply(execution.options())), attributes);
    }

    /**
     * A part that can fail alone: a savepoint before it, and back to it on error and on cancel. While it runs, statements
     * go through the transaction it is given.
     */
    public <T> Mono<T> nested(Function<? super Transaction, ? extends Mono<T>> part) {
        Objects.requireNonNull(part, "part");
        return new NestedRun<T>(place, inner -> part.apply(new Transaction(inner, execution.in(inner), attributes)))
                .singleOrEmpty();
    }

    /** What users keep with the transaction; gone when it ends. */
    public Attributes attributes() {
        return attributes;
    }
}
