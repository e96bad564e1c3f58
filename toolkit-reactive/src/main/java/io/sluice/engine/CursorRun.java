package io.sluice.engine;

import io.r2dbc.spi.Statement;
import io.sluice.sql.tree.StatementNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A stream that has its scope's connection only while it fetches, so that other statements run in between: a cursor is
 * declared, read by the fetch and closed. One fetch is read ahead while the one before it is handed out.
 */
final class CursorRun<R> extends Borrowing<CursorRun.Cursor, R> {
    private final ScopePlace scope;
    private final Wire wire;
    private final Cursors cursors;
    private final CursorNames names;
    private final RowOrder<R> order;

    CursorRun(ScopePlace scope, Wire wire, Cursors cursors, CursorNames names, RowOrder<R> order) {
        this.scope = scope;
        this.wire = wire;
        this.cursors = cursors;
        this.names = names;
        this.order = order;
    }

    /** A cursor that was declared. */
    record Cursor(String name, long since) {}

    /** One of the statements around a cursor, of which only the whole is observed. */
    private record Step(String sql, int fetchSize, @Nullable RowOrder<?> parameters) implements StatementRun.Order {

        @Override
        public @Nullable StatementNode tree() {
            return null;
        }

        @Override
        public void bind(Statement statement) {
            if (parameters != null) {
                parameters.bind(statement);
            }
        }

        @Override
        public void started() {}

        @Override
        public void ended(Outcome outcome, @Nullable Throwable error, long since) {}
    }

    @Override
    Publisher<? extends Cursor> lender() {
        return Mono.defer(() -> {
            var cursor = new Cursor(names.take(order.sql()), System.nanoTime());
            order.started();
            var declare = new Step(cursors.declare(cursor.name(), order.sql()), 0, order);
            return StatementRun.toTheEnd(scope.turn(order.sql()), wire, declare)
                    .onErrorMap(this::translated)
                    .doOnError(error -> {
                        names.ended(cursor.name());
                        order.ended(Outcome.FAILED, error, cursor.since());
                    })
                    .thenReturn(cursor);
        });
    }

    /** A cursor that may be there or not could not be closed without failing the transaction. */
    @Override
    boolean lendsUntilCancelled() {
        return false;
    }

    /** Asked for one row more than it can get, the driver need not ask whether there are more. */
    @Override
    Publisher<? extends R> body(Cursor cursor) {
        int rows = order.fetchSize();
        var more = new AtomicBoolean(true);
        var fetch = new Step(cursors.fetch(cursor.name(), rows), rows + 1, null);
        Mono<List<R>> fetched = Gathered.all(new StatementRun<>(scope.turn(order.sql()), wire, fetch, order::reading))
                .doOnNext(list -> more.set(list.size() == rows));
        return fetched.repeat(more::get).flatMapIterable(list -> list, 1);
    }

    /** A reader who has had all rows does not wait for the cursor to be closed; the next statement does. */
    @Override
    Publisher<Void> end(Cursor cursor, Outcome outcome, @Nullable Throwable error) {
        names.ended(cursor.name());
        order.ended(outcome, error, cursor.since());
        Mono<Void> close = close(cursor);
        if (outcome == Outcome.COMPLETED) {
            close.subscribe();
            return Mono.empty();
        }
        return close;
    }

    /** In a transaction that failed or has ended there is nothing left to close. */
    private Mono<Void> close(Cursor cursor) {
        var close = new Step(cursors.close(cursor.name()), 0, null);
        return StatementRun.toTheEnd(scope.turnIfOpen(order.sql()), wire, close)
                .doOnSuccess(closed -> names.giveBack(cursor.name()))
                .onErrorComplete();
    }

    @Override
    Throwable translated(Throwable error) {
        return wire.errors().ofStatement(error, order.sql(), order.tree());
    }
}
