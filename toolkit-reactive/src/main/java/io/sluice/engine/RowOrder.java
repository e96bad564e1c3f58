package io.sluice.engine;

import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.sluice.sql.RowReader;
import io.sluice.sql.tree.StatementNode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A statement that is ready to be sent, once: prepared, with its values, with what reads its rows, and with who observes it. */
record RowOrder<R>(
        StatementNode tree,
        Prepared prepared,
        List<@Nullable Object> values,
        RowReader<R> reader,
        int fetchSize,
        Observation observation)
        implements StatementRun.Order {

    @Override
    public String sql() {
        return prepared.sql();
    }

    @Override
    public void bind(Statement statement) {
        prepared.bind(statement, values);
    }

    @Override
    public void started() {
        observation.started();
    }

    @Override
    public void ended(Outcome outcome, @Nullable Throwable error, long since) {
        observation.ended(outcome, error, since);
    }

    /** What reads one run's rows. */
    Function<Result, Publisher<R>> reading() {
        observation.reading();
        var mapping = new RowMapping<>(prepared, reader, observation);
        return result -> result.map(mapping);
    }

    /** What reads how many rows one run touched. */
    Function<Result, Publisher<Long>> counting(boolean isTold) {
        return isTold && observation != Observation.NONE
                ? result -> Mono.<Long>from(result.getRowsUpdated()).doOnNext(observation::changed)
                : Result::getRowsUpdated;
    }

    /** Without the values, which stay out of logs. */
    @Override
    public String toString() {
        return sql();
    }
}
