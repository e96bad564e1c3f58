package io.sluice.engine;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * How a gate comes to its connection: a lease, then the beginning of its transaction. Who abandons it while it waits for the
 * pool leaves the queue there; a lease that came already is begun on to the end, and the gate learns of it.
 */
final class Opening {
    private final Mono<Lease> leasing;
    private final Function<Lease, Mono<Void>> begin;
    private final Gate gate;
    private final AtomicReference<State> state = new AtomicReference<>(State.NOT_YET);
    private volatile Subscription pending = Operators.emptySubscription();

    private enum State {
        NOT_YET,
        LEASING,
        BEGINNING,
        OPEN,
        ABANDONED
    }

    Opening(Mono<Lease> leasing, Function<Lease, Mono<Void>> begin, Gate gate) {
        this.leasing = leasing;
        this.begin = begin;
        this.gate = gate;
    }

    boolean isUnderWay() {
        State now = state.get();
        return now == State.LEASING || now == State.BEGINNING;
    }

    void start(Context context) {
        if (state.compareAndSet(State.NOT_YET, State.LEASING)) {
            leasing.subscribe(new Arrival(context));
        }
    }

    void again() {
        state.compareAndSet(State.OPEN, State.NOT_YET);
    }

    void abandon() {
        if (state.compareAndSet(State.LEASING, State.ABANDONED)) {
            pending.cancel();
        }
    }

    private void begin(Lease lease) {
        begin.apply(lease)
                .timeout(Lease.PATIENCE)
                .subscribe(
                        nothing -> {},
                        error -> lease.endRolledBack()
                                .subscribe(nothing -> {}, again -> failed(error), () -> failed(error)),
                        () -> {
                            gate.opened(lease);
                            state.set(State.OPEN);
                            gate.proceed();
                        });
    }

    private void failed(Throwable error) {
        gate.openingFailed(error);
        state.set(State.NOT_YET);
        gate.proceed();
    }

    private final class Arrival implements CoreSubscriber<Lease> {
        private final Context context;

        private Arrival(Context context) {
            this.context = context;
        }

        @Override
        public Context currentContext() {
            return context;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            pending = subscription;
            if (state.get() == State.ABANDONED) {
                subscription.cancel();
            } else {
                subscription.request(Long.MAX_VALUE);
            }
        }

        @Override
        public void onNext(Lease lease) {
            if (state.compareAndSet(State.LEASING, State.BEGINNING)) {
                begin(lease);
            } else {
                lease.endClean().subscribe();
            }
        }

        @Override
        public void onError(Throwable error) {
            if (state.get() == State.LEASING) {
                failed(error);
            }
        }

        @Override
        public void onComplete() {}
    }
}
