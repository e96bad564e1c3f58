package io.sluice.engine;

import io.sluice.sql.tree.CompoundNode;
import io.sluice.sql.tree.QueryNode;
import io.sluice.sql.tree.SelectNode;
import io.sluice.sql.tree.StatementNode;
import io.sluice.sql.tree.ValuesNode;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All statements of a scope take turns at its gate. A stream leaves the gate between its fetches where the database has cursors. */
final class ScopePlace implements Place {
    private final Gate gate;
    private final Wire wire;
    private final CursorNames names;
    private volatile @Nullable Supplier<? extends RuntimeException> refusal;

    ScopePlace(Gate gate, Wire wire, CursorNames names) {
        this.gate = gate;
        this.wire = wire;
        this.names = names;
    }

    /** A scope on the same connection. */
    ScopePlace inner() {
        return new ScopePlace(gate, wire, names);
    }

    /** From now on everybody hears why nothing runs here, or nobody any more if there is no reason. */
    void refuse(@Nullable Supplier<? extends RuntimeException> reason) {
        refusal = reason;
    }

    @Override
    public Mono<Turn> turn(String sql) {
        return turn(() -> gate.turn(sql, false));
    }

    Mono<Turn> turnIfOpen(String what) {
        return turn(() -> gate.turnIfOpen(what));
    }

    private Mono<Turn> turn(Supplier<Mono<Turn>> turn) {
        return Mono.defer(() -> {
            Supplier<? extends RuntimeException> reason = refusal;
            return reason == null ? turn.get() : Mono.error(reason.get());
        });
    }

    @Override
    public <R> Flux<R> stream(RowOrder<R> order) {
        Optional<Cursors> cursors = wire.cursors();
        if (cursors.isPresent() && isPlainRead(order.tree())) {
            return new CursorRun<>(this, wire, cursors.get(), names, order);
        }
        return new StatementRun<>(turn(() -> gate.turn(order.sql(), true)), wire, order, order::reading);
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
