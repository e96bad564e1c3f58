package io.sluice.engine;

import io.sluice.engine.EngineEvent.StatementEnded;
import io.sluice.engine.EngineEvent.StatementStarted;
import io.sluice.sql.tree.StatementNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that logs what an engine does, and tells its listeners. Where nobody observes, nothing is made for them. */
final class Observer {
    private static final Logger LOG = LoggerFactory.getLogger("io.sluice.sql");
    private static final Logger SLOW = LoggerFactory.getLogger("io.sluice.slow");

    private final List<Listening<?>> listeners;
    private final @Nullable Duration slowAfter;
    private final boolean revealsValues;
    private final boolean statementsAreHeard;
    private final AtomicLong statements = new AtomicLong();

    Observer(EngineOptions options) {
        this.listeners = options.listeners();
        this.slowAfter = options.slowAfter();
        this.revealsValues = options.revealsValues();
        this.statementsAreHeard = slowAfter != null || hears(StatementStarted.class) || hears(StatementEnded.class);
    }

    boolean hears(Class<? extends EngineEvent> event) {
        for (Listening<?> listening : listeners) {
            if (listening.hears(event)) {
                return true;
            }
        }
        return false;
    }

    void tell(EngineEvent event) {
        for (Listening<?> listening : listeners) {
            listening.tell(event);
        }
    }

    /** What happens besides statements: logged like them, and told to who listens for it. */
    void tell(String what, String owner, Function<String, EngineEvent> event) {
        LOG.debug("{} for {}", what, owner);
        if (!listeners.isEmpty()) {
            tell(event.apply(owner));
        }
    }

    Observation of(StatementNode tree, Prepared prepared, List<@Nullable Object> values, Errors errors) {
        return statementsAreHeard || LOG.isDebugEnabled()
                ? new Observed(tree, prepared, values, errors)
                : Observation.NONE;
    }

    /** A statement that somebody observes. Rows are counted by whoever reads them, and told by whoever ends it. */
    private final class Observed implements Observation {
        private final StatementNode tree;
        private final SentStatement statement;
        private final Errors errors;
        private final AtomicLong rows = new AtomicLong();
        private volatile boolean counts;

        private Observed(StatementNode tree, Prepared prepared, List<@Nullable Object> values, Errors errors) {
            this.tree = tree;
            this.statement = new SentStatement(
                    statements.incrementAndGet(),
                    prepared.sql(),
                    prepared.compiled().parameterTypes(),
                    revealsValues ? values : null);
            this.errors = errors;
        }

        @Override
        public void started() {
            tell(new StatementStarted(statement));
        }

        @Override
        public void reading() {
            counts = true;
        }

        @Override
        public void row() {
            rows.incrementAndGet();
        }

        @Override
        public void changed(long more) {
            counts = true;
            rows.addAndGet(more);
        }

        @Override
        public void ended(Outcome outcome, @Nullable Throwable error, long since) {
            var event = new StatementEnded(
                    statement,
                    outcome,
                    Duration.ofNanos(System.nanoTime() - since),
                    counts ? OptionalLong.of(rows.get()) : OptionalLong.empty(),
                    outcome == Outcome.FAILED && error != null
                            ? errors.ofStatement(error, statement.sql(), tree)
                            : null);
            log(event);
            tell(event);
        }

        private void log(StatementEnded event) {
            boolean isSlow = slowAfter != null && event.duration().compareTo(slowAfter) >= 0;
            if (isSlow && SLOW.isWarnEnabled()) {
                SLOW.warn("slow: {}", line(event));
            }
            if (LOG.isDebugEnabled()) {
                LOG.debug("{}", line(event));
            }
        }
    }

    /** {@code COMPLETED in 1.25 ms, 3 rows: SELECT … with [integer]}. */
    private static String line(StatementEnded event) {
        SentStatement statement = event.statement();
        var line = new StringBuilder().append(event.outcome());
        if (event.error() instanceof DatabaseException failure) {
            line.append(" by ").append(failure.getClass().getSimpleName());
            if (failure.sqlState() != null) {
                line.append(" [").append(failure.sqlState()).append(']');
            }
        }
        line.append(String.format(Locale.ROOT, " in %.2f ms", event.duration().toNanos() / 1e6));
        event.rows().ifPresent(rows -> line.append(", ").append(rows).append(rows == 1 ? " row" : " rows"));
        line.append(": ").append(statement.sql());
        if (!statement.parameterTypes().isEmpty()) {
            List<@Nullable Object> values = statement.values();
            line.append(" with ").append(statement.parameterTypes());
            if (values != null) {
                line.append(' ').append(ShownValues.of(values));
            }
        }
        return line.toString();
    }
}
