package io.sluice.engine;

import io.sluice.engine.StatementEvent.Outcome;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that logs statements and tells listeners of them. */
final class Observer {
    private static final Logger LOG = LoggerFactory.getLogger("io.sluice.sql");

    private final List<StatementListener> listeners;

    Observer(List<StatementListener> listeners) {
        this.listeners = listeners;
    }

    /** Told before the subscriber is, who so finds recorded what just ended. */
    void ended(Prepared prepared, Outcome outcome, long since) {
        if (listeners.isEmpty() && !LOG.isDebugEnabled()) {
            return;
        }
        var event = new StatementEvent(
                prepared.sql(),
                prepared.compiled().parameterTypes(),
                outcome,
                Duration.ofNanos(System.nanoTime() - since));
        LOG.debug("{} {} in {} with {}", event.outcome(), event.sql(), event.duration(), event.parameterTypes());
        for (StatementListener listener : listeners) {
            tell(listener, event);
        }
    }

    private static void tell(StatementListener listener, StatementEvent event) {
        try {
            listener.onStatement(event);
        } catch (RuntimeException e) {
            LOG.warn("a statement listener failed; the statement is not affected", e);
        }
    }
}
