package io.sluice.engine;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.sluice.codec.BindException;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.StatementNode;
import io.sluice.type.SqlType;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.pool.PoolAcquireTimeoutException;
import reactor.pool.PoolShutdownException;

/** The one place that turns what drivers throw into what users catch. */
final class Errors {

    private final Constraints constraints;
    private final boolean revealsValues;

    Errors(Constraints constraints, boolean revealsValues) {
        this.constraints = constraints;
        this.revealsValues = revealsValues;
    }

    Throwable ofStatement(Throwable error, String sql) {
        return ofStatement(error, sql, null);
    }

    /** With the statement as a tree, which tells what was changed where the database does not. */
    Throwable ofStatement(Throwable error, String sql, @Nullable StatementNode tree) {
        return error instanceof R2dbcException driver ? translated(driver, "the statement failed", sql, tree) : error;
    }

    /** A driver may throw anything of its own, with the value in the message. */
    static RuntimeException ofBinding(RuntimeException error, int index, SqlType<?> type, String sql) {
        if (error instanceof StatementException) {
            return error;
        }
        if (error instanceof BindException) {
            return new DatabaseException(
                    "parameter %d, of type %s, cannot be sent: %s; statement: %s"
                            .formatted(index + 1, type, error.getMessage(), sql),
                    null,
                    sql);
        }
        return new DatabaseException(
                "parameter %d, of type %s, cannot be sent: the driver refuses its value with a %s; statement: %s"
                        .formatted(index + 1, type, error.getClass().getSimpleName(), sql),
                null,
                sql);
    }

    /** A commit that failed, or of which nobody knows what became. */
    Throwable ofCommit(Throwable error) {
        if (error instanceof R2dbcException driver && !(driver instanceof R2dbcNonTransientResourceException)) {
            return translated(driver, "the commit failed, and nothing was changed", "COMMIT", null);
        }
        return new ConnectionLostException(
                "the connection was lost during the commit, and nobody knows whether it was done; look at the data before running it again",
                error instanceof R2dbcException driver ? driver.getSqlState() : null,
                "COMMIT");
    }

    Throwable ofLease(Throwable error, PoolStatus status, EngineOptions options) {
        if (error instanceof PoolShutdownException) {
            return closed();
        }
        if (error instanceof PoolAcquireTimeoutException
                || error instanceof TimeoutException
                || error instanceof R2dbcTimeoutException) {
            return new PoolTimeoutException("no connection within %s: %d of %d are in use and %d callers wait; %s"
                    .formatted(
                            options.poolTimeout(),
                            status.leased(),
                            options.poolSize(),
                            status.pending(),
                            status.leased() < options.poolSize()
                                    ? "the database does not answer, look whether it can be reached"
                                    : "give connections back sooner, or set poolSize or poolTimeout"));
        }
        return error instanceof R2dbcException driver ? translated(driver, "no connection", null, null) : error;
    }

    static IllegalStateException closed() {
        return new IllegalStateException("the engine is closed; run statements before close(), or make another");
    }

    private DatabaseException translated(
            R2dbcException error, String what, @Nullable String sql, @Nullable StatementNode tree) {
        String state = error.getSqlState();
        Failure failure = state == null && error instanceof R2dbcNonTransientResourceException
                ? Failure.CONNECTION
                : Failure.of(state, error.getErrorCode());
        Violated violated = Drivers.violated(error);
        var message = new StringBuilder(what).append(": ").append(failure.inWords(state));
        if (state != null) {
            message.append(" [").append(state).append(']');
        }
        message.append(violated.told());
        if (sql != null) {
            message.append("; statement: ").append(sql);
        }
        DatabaseException translated = failure.exception(message.toString(), state, sql, violated);
        translated.setStackTrace(error.getStackTrace());
        if (translated instanceof ConstraintViolationException violation) {
            violation.declaredAs(constraints.find(failure, violated, tree));
        }
        if (revealsValues) {
            translated.initCause(error);
        }
        return translated;
    }
}
