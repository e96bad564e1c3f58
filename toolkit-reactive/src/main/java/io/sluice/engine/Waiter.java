package io.sluice.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** One who waits for a turn. It gets one answer, unless it left before: then the turn goes to the next. */
final class Waiter implements Subscription {
    private final CoreSubscriber<? super Turn> actual;
    private final String sql;
    private final boolean isStream;
    private final boolean needsLease;
    private final AtomicBoolean over = new AtomicBoolean();

    Waiter(CoreSubscriber<? super Turn> actual, String sql, boolean isStream, boolean needsLease) {
        this.actual = actual;
        this.sql = sql;
        this.isStream = isStream;
        this.needsLease = needsLease;
    }

    String sql() {
        return sql;
    }

    boolean isStream() {
        return isStream;
    }

    boolean needsLease() {
        return needsLease;
    }

    Context context() {
        return actual.currentContext();
    }

    boolean isWaiting() {
        return !over.get();
    }

    /** Whether it took the turn. */
    boolean grant(Turn turn) {
        if (!over.compareAndSet(false, true)) {
            return false;
        }
        actual.onNext(turn);
        actual.onComplete();
        return true;
    }

    void fail(Throwable error) {
        if (over.compareAndSet(false, true)) {
            actual.onError(error);
        }
    }

    void nothing() {
        if (over.compareAndSet(false, true)) {
            actual.onComplete();
        }
    }

    /** Whoever is lent a turn has room for it. */
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {
        over.set(true);
    }
}
