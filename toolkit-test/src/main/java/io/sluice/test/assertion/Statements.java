package io.sluice.test.assertion;

import io.sluice.engine.StatementEvent;
import io.sluice.engine.StatementListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A recorder of the statements that an engine sent.
 *
 * <pre>{@code
 * Statements statements = new Statements();
 * Engine engine = Engine.create(database.url(), options -> options.listen(statements));
 * }</pre>
 */
public final class Statements implements StatementListener {
    private final List<StatementEvent> events = new CopyOnWriteArrayList<>();

    /** An empty recorder. */
    public Statements() {}

    @Override
    public void onStatement(StatementEvent event) {
        events.add(event);
    }

    /** What was sent so far, in the order in which it ended. */
    public List<StatementEvent> events() {
        return List.copyOf(events);
    }

    /** The texts of what was sent so far. */
    public List<String> sql() {
        return events.stream().map(StatementEvent::sql).toList();
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
