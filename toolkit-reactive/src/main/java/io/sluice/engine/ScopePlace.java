package io.sluice.engine;

import io.sluice.sql.StatementException;
import io.sluice.sql.tree.CompoundNode;
import io.sluice.sql.tree.QueryNode;
import io.sluice.sql.tree.SelectNode;
import io.sluice.sql.tree.StatementNode;
import io.sluice.sql.tree.ValuesNode;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All statements of a scope take turns at its gate. A stream leaves the gate between its fetches where the database has cursors. */
final class ScopePlace implements Place {
    private final Scope scope;
    private final AtomicBoolean hasPart = new AtomicBoolean();
    private volatile @Nullable Supplier<? extends RuntimeException> refusal;

    ScopePlace(Scope scope) {
        this.scope = scope;
    }

    Scope scope() {
        return scope;
    }

    /** Whether nobody else is in a nested part; if so, the caller is now, until it leaves. */
    boolean enter() {
        return hasPart.compareAndSet(false, true);
    }

    void leave() {
        hasPart.set(false);
    }

    /** From now on everybody hears why nothing runs here, or nobody any more if there is no reason. */
    void refuse(@Nullable Supplier<? extends RuntimeException> reason) {
        refusal = reason;
    }

    @Override
    public Mono<Turn> turn(String sql) {
        return turn(() -> scope.gate().turn(sql, false));
    }

    Mono<Turn> turnIfOpen(String what) {
        return turn(() -> scope.gate().turnIfOpen(what));
    }

    private Mono<Turn> turn(Supplier<Mono<Turn>> turn) {
        return Mono.defer(() -> {
            Supplier<? extends RuntimeException> reason = refusal;
            return reason == null ? turn.get() : Mono.error(reason.get());
        });
    }

    @Override
    public <R> Flux<R> stream(RowOrder<R> order) {
        Wire wire = scope.wire();
        Optional<Cursors> cursors = wire.cursors();
        if (cursors.isPresent() && isPlainRead(order.tree())) {
            return new CursorRun<>(this, wire, cursors.get(), scope.cursorNames(), order);
        }
        return new StatementRun<>(turn(() -> scope.gate().turn(order.sql(), true)), wire, order, order::reading);
    }

    @Override
    public <T> Flux<T> together(Function<Place, Flux<T>> statements) {
        return new NestedRun<>(this, statements);
    }

    @Override
    public <T> Flux<T> withoutTransaction(Function<Place, Flux<T>> statements) {
        return Flux.error(
                () -> new StatementException(
                        "on this database a definition ends the transaction it is in, with all that was done before; run it on the engine, outside of the transaction"));
    }

    /** What changes something runs to its end when it is sent, and is not for a cursor; text may do so. */
    private static boolean isPlainRead(StatementNode tree) {
        if (tree instanceof SelectNode select) {
            return select.with().stream().allMatch(table -> table.query() instanceof QueryNode);
        }
        return tree instanceof CompoundNode compound
                ? compound.with().stream().allMatch(table -> table.query() instanceof QueryNode)
                : tree instanceof ValuesNode;
    }
}
