package io.sluice.engine;

import io.sluice.dialect.SchemaNames;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How statements run, for one of them or for a whole scope: {@code engine.with(options ->
 * options.timeout(ofSeconds(2))).execute(…)}. Immutable: each method gives a changed copy.
 */
public final class ExecutionOptions {
    private final int fetchSize;
    private final @Nullable Duration timeout;
    private final SchemaNames schemas;

    private ExecutionOptions(int fetchSize, @Nullable Duration timeout, SchemaNames schemas) {
        this.fetchSize = fetchSize;
        this.timeout = timeout;
        this.schemas = schemas;
    }

    static ExecutionOptions of(int fetchSize) {
        return new ExecutionOptions(fetchSize, null, SchemaNames.AS_NAMED);
    }

    /** How many rows a stream asks the database for at a time, and so reads ahead. */
    public ExecutionOptions fetchSize(int rows) {
        return new ExecutionOptions(EngineOptions.positive(rows, "fetchSize"), timeout, schemas);
    }

    /** How long a statement may take, from its subscription to its last row; without one it may take forever. */
    public ExecutionOptions timeout(Duration limit) {
        return new ExecutionOptions(fetchSize, EngineOptions.positive(limit, "timeout"), schemas);
    }

    /**
     * Where tables, views and sequences are that name no schema. The SQL says it, and nothing is set in the database, so that
     * connections can be shared. Text by hand, functions and types are left as they are.
     */
    public ExecutionOptions defaultSchema(String schema) {
        return new ExecutionOptions(fetchSize, timeout, schemas.defaultTo(schema));
    }

    /** Where tables, views and sequences are that name a certain schema; as {@link #defaultSchema}. */
    public ExecutionOptions schema(String named, String said) {
        return new ExecutionOptions(fetchSize, timeout, schemas.with(named, said));
    }

    int fetchSize() {
        return fetchSize;
    }

    @Nullable
    Duration timeout() {
        return timeout;
    }

    SchemaNames schemas() {
        return schemas;
    }
}
