package io.sluice.engine;

import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.sluice.engine.StatementEvent.Outcome;
import io.sluice.sql.RowReader;
import io.sluice.sql.tree.StatementNode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** A query that is ready to be sent: prepared, with its values, and with what reads its rows. */
record RowOrder<R>(
        StatementNode tree,
        Prepared prepared,
        List<@Nullable Object> values,
        RowReader<R> reader,
        int fetchSize,
        Observer observer)
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
    public void ended(Outcome outcome, @Nullable Throwable error, long since) {
        observer.ended(prepared, outcome, since);
    }

    /** What reads one run's rows. */
    Function<Result, Publisher<R>> reading() {
        var mapping = new RowMapping<>(prepared, reader);
        return result -> result.map(mapping);
    }

    /** Without the values, which stay out of logs. */
    @Override
    public String toString() {
        return sql();
    }
}
