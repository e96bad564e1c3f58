package io.sluice.engine;

import io.sluice.sql.Command;
import io.sluice.sql.Query;
import io.sluice.sql.Row;

/** What runs statements: an engine, or a scope on one connection. Functions that take one work in all of them. */
public interface StatementExecutor {

    /** What a query gives, once it is subscribed to. */
    <R> Result<R> execute(Query<R> query);

    /** The rows of a query, also of one for entities: {@code rows(select(ORDER))} makes no orders. */
    default Result<Row> rows(Query<?> query) {
        return execute(query.asRows());
    }

    /** What a command does, once it is subscribed to. */
    Executed execute(Command command);
}
