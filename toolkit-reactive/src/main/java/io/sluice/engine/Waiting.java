package io.sluice.engine;

import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/** Each subscriber waits at the gate for a turn of its own. */
final class Waiting extends Mono<Turn> {
    private final Gate gate;
    private final String sql;
    private final boolean isStream;
    private final boolean needsLease;

    Waiting(Gate gate, String sql, boolean isStream, boolean needsLease) {
        this.gate = gate;
        this.sql = sql;
        this.isStream = isStream;
        this.needsLease = needsLease;
    }

    @Override
    public void subscribe(CoreSubscriber<? super Turn> actual) {
        var waiter = new Waiter(actual, sql, isStream, needsLease);
        actual.onSubscribe(waiter);
        gate.enter(waiter);
    }
}
