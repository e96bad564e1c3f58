package io.sluice.test.assertion;

import io.sluice.engine.EngineEvent.StatementEnded;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A recorder of the statements that an engine sent.
 *
 * <pre>{@code
 * Statements statements = new Statements();
 * Engine engine = Engine.create(database.url(), options -> options.listen(StatementEnded.class, statements));
 * }</pre>
 */
public final class Statements implements Consumer<StatementEnded> {
    private final List<StatementEnded> events = new CopyOnWriteArrayList<>();

    /** An empty recorder. */
    public Statements() {}

    @Override
    public void accept(StatementEnded event) {
        events.add(event);
    }

    /** What was sent so far, in the order in which it ended. */
    public List<StatementEnded> events() {
        return List.copyOf(events);
    }

    /** The texts of what was sent so far. */
    public List<String> sql() {
        return events.stream().map(event -> event.statement().sql()).toList();
    }

    /** Forgets what was sent so far. */
    public void clear() {
        events.clear();
    }

    @Override
    public String toString() {
        return sql().toString();
    }
}
