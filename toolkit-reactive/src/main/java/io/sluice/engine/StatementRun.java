package io.sluice.engine;

import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.sluice.sql.tree.StatementNode;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One statement: a turn is taken, the statement sent, its results read, the turn ended. Each subscription runs it anew. */
final class StatementRun<T> extends Borrowing<Turn, T> {
    private final Publisher<? extends Turn> turns;
    private final Wire wire;
    private final Order order;
    private final Supplier<Function<Result, Publisher<T>>> reading;

    /** What is sent, and who is told how it ended. */
    interface Order {

        String sql();

        int fetchSize();

        /** What it says, if it is a statement of a user's. */
        @Nullable
        StatementNode tree();

        void bind(Statement statement);

        void started();

        void ended(Outcome outcome, @Nullable Throwable error, long since);
    }

    /** {@code reading} makes what reads one run's results. */
    StatementRun(
            Publisher<? extends Turn> turns, Wire wire, Order order, Supplier<Function<Result, Publisher<T>>> reading) {
        this.turns = turns;
        this.wire = wire;
        this.order = order;
        this.reading = reading;
    }

    @Override
    Publisher<? extends Turn> lender() {
        return turns;
    }

    @Override
    Publisher<? extends T> body(Turn turn) {
        return wire.calling(Flux.defer(() -> {
            order.started();
            Statement statement = turn.connection().createStatement(order.sql()).fetchSize(order.fetchSize());
            order.bind(statement);
            return Flux.<Result>from(statement.execute()).concatMap(reading.get(), 1);
        }));
    }

    /** A subscriber that threw what nothing can handle may never end the scope it is in, so its connection is closed here. */
    @Override
    Publisher<Void> end(Turn turn, Outcome outcome, @Nullable Throwable error) {
        order.ended(outcome, error, turn.since());
        return outcome == Outcome.CANCELLED && error != null
                ? turn.lease().evict().then(turn.end(outcome, error))
                : turn.end(outcome, error);
    }

    /** What is sent in one piece ends soon, or is stopped; what is fetched piece by piece is left there. */
    @Override
    boolean readsToTheEnd() {
        return wire.readsToTheEnd() && (order.fetchSize() == 0 || order.fetchSize() == Integer.MAX_VALUE);
    }

    @Override
    void emitting(Turn turn, @Nullable Thread thread) {
        turn.lease().emitting(thread);
    }

    @Override
    Throwable translated(Throwable error) {
        return wire.errors().ofStatement(error, order.sql(), order.tree());
    }

    /** A statement of which only the end matters. */
    static Mono<Void> toTheEnd(Publisher<? extends Turn> turns, Wire wire, Order order) {
        return new StatementRun<Long>(turns, wire, order, () -> Result::getRowsUpdated).then();
    }
}
