package io.sluice.engine;

import io.sluice.type.SqlType;
import java.time.Duration;
import java.util.List;

/** A statement that was sent to the database and has ended; the types of its parameters are told, their values are not. */
public record StatementEvent(String sql, List<SqlType<?>> parameterTypes, Outcome outcome, Duration duration) {

    /** How a statement ended. */
    public enum Outcome {
        COMPLETED,
        FAILED,
        CANCELLED
    }
}
