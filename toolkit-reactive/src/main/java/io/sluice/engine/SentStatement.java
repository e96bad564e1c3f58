package io.sluice.engine;

import io.sluice.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that goes to the database.
 *
 * @param number its own among the statements of its engine, by which its end is known to be the end of its start
 * @param values what its parameters hold, or null unless {@link EngineOptions#revealValues} was asked for
 */
public record SentStatement(
        long number,
        String sql,
        List<SqlType<?>> parameterTypes,
        @Nullable List<@Nullable Object> values) {}
