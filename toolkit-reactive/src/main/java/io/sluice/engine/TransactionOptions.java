package io.sluice.engine;

import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Option;
import io.r2dbc.spi.TransactionDefinition;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction runs: {@code engine.inTransaction(options -> options.isolation(SERIALIZABLE).retries(5), tx -> …)}.
 * Immutable: each method gives a changed copy.
 */
public final class TransactionOptions {
    static final TransactionOptions DEFAULTS = new TransactionOptions(null, false, false, 0);

    private final @Nullable Isolation isolation;
    private final boolean isReadOnly;
    private final boolean isDeferrable;
    private final int retries;

    /** What transactions that run at a time may see of each other. */
    public enum Isolation {
        READ_UNCOMMITTED(IsolationLevel.READ_UNCOMMITTED),
        READ_COMMITTED(IsolationLevel.READ_COMMITTED),
        REPEATABLE_READ(IsolationLevel.REPEATABLE_READ),
        SERIALIZABLE(IsolationLevel.SERIALIZABLE);

        @SuppressWarnings("ImmutableEnumChecker") // a constant of R2DBC
        private final IsolationLevel level;

        Isolation(IsolationLevel level) {
            this.level = level;
        }
    }

    private TransactionOptions(@Nullable Isolation isolation, boolean isReadOnly, boolean isDeferrable, int retries) {
        this.isolation = isolation;
        this.isReadOnly = isReadOnly;
        this.isDeferrable = isDeferrable;
        this.retries = retries;
    }

    /** The database's own isolation unless said otherwise. */
    public TransactionOptions isolation(Isolation level) {
        return new TransactionOptions(level, isReadOnly, isDeferrable, retries);
    }

    /** The database refuses changes; where it cannot (H2), nothing is refused. */
    public TransactionOptions readOnly() {
        return new TransactionOptions(isolation, true, isDeferrable, retries);
    }

    /** Changes are allowed, also where they are not unless said so, as in a stream. */
    public TransactionOptions readWrite() {
        return new TransactionOptions(isolation, false, isDeferrable, retries);
    }

    /** PostgreSQL waits until a serializable read-only transaction can run without ever failing; others ignore it. */
    public TransactionOptions deferrable() {
        return new TransactionOptions(isolation, isReadOnly, true, retries);
    }

    /**
     * How often the whole function runs again if the database says that transactions could not be put in an order, or
     * waited for each other; each time after a longer pause. Never unless said so: a function may do more than SQL.
     */
    public TransactionOptions retries(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("retries(%d): it must be at least 0".formatted(most));
        }
        return new TransactionOptions(isolation, isReadOnly, isDeferrable, most);
    }

    int retries() {
        return retries;
    }

    /** What drivers understand; an option that is not there was not asked for. */
    TransactionDefinition definition() {
        Map<Option<?>, Object> attributes = new HashMap<>();
        if (isolation != null) {
            attributes.put(TransactionDefinition.ISOLATION_LEVEL, isolation.level);
        }
        if (isReadOnly) {
            attributes.put(TransactionDefinition.READ_ONLY, true);
        }
        if (isDeferrable) {
            attributes.put(DEFERRABLE, true);
        }
        return new Definition(attributes);
    }

    /** As r2dbc-postgresql names it. */
    private static final Option<Boolean> DEFERRABLE = Option.valueOf("deferrable");

    private record Definition(Map<Option<?>, Object> attributes) implements TransactionDefinition {
        @Override
        @SuppressWarnings({"unchecked", "NullAway"
        }) // an attribute is put with its option; R2DBC asks for null where there is none
        public <T> T getAttribute(Option<T> option) {
            return (T) attributes.get(option);
        }
    }
}
