package io.sluice.engine;

import io.sluice.engine.StatementEvent.Outcome;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.observability.DefaultSignalListener;
import reactor.core.observability.SignalListener;

/** The one place that logs statements and tells listeners of them. */
final class Observer {
    private static final Logger LOG = LoggerFactory.getLogger("io.sluice.sql");

    private final List<StatementListener> listeners;

    Observer(List<StatementListener> listeners) {
        this.listeners = listeners;
    }

    /** Observes one run of a statement. It speaks before the subscriber does, who so finds recorded what just ended. */
    <T> SignalListener<T> of(Prepared prepared) {
        return new Run<>(prepared, System.nanoTime());
    }

    private void ended(Prepared prepared, Outcome outcome, long startedAt) {
        if (listeners.isEmpty() && !LOG.isDebugEnabled()) {
            return;
        }
        var event = new StatementEvent(
                prepared.sql(),
                prepared.compiled().parameterTypes(),
                outcome,
                Duration.ofNanos(System.nanoTime() - startedAt));
        LOG.debug("{} {} in {} with {}", event.outcome(), event.sql(), event.duration(), event.parameterTypes());
        for (StatementListener listener : listeners) {
            tell(listener, event);
        }
    }

    private final class Run<T> extends DefaultSignalListener<T> {
        private final Prepared prepared;
        private final long startedAt;

        private Run(Prepared prepared, long startedAt) {
            this.prepared = prepared;
            this.startedAt = startedAt;
        }

        @Override
        public void doOnComplete() {
            ended(prepared, Outcome.COMPLETED, startedAt);
        }

        @Override
        public void doOnError(Throwable error) {
            ended(prepared, Outcome.FAILED, startedAt);
        }

        @Override
        public void doOnCancel() {
            ended(prepared, Outcome.CANCELLED, startedAt);
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
