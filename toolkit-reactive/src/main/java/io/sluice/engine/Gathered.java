package io.sluice.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * The first rows of a source as a list. Unlike {@code collectList} it reads them whether its subscriber asked for the list
 * yet or not: a statement must not keep a connection from others for as long as somebody likes.
 */
final class Gathered<T> extends Mono<List<T>> {
    private final Flux<T> source;
    private final int limit;

    private Gathered(Flux<T> source, int limit) {
        this.source = source;
        this.limit = limit;
    }

    static <T> Mono<List<T>> all(Flux<T> source) {
        return new Gathered<>(source, Integer.MAX_VALUE);
    }

    /** Leaves the source once there are so many. */
    static <T> Mono<List<T>> atMost(int limit, Flux<T> source) {
        return new Gathered<>(source, limit);
    }

    @Override
    public void subscribe(CoreSubscriber<? super List<T>> actual) {
        source.subscribe(new Gatherer<>(actual, limit));
    }

    private static final class Gatherer<T> implements CoreSubscriber<T>, Subscription {
        private static final int ASKED = 1;
        private static final int READY = 2;

        private final CoreSubscriber<? super List<T>> actual;
        private final int limit;
        private final List<T> rows = new ArrayList<>();
        private final AtomicInteger state = new AtomicInteger();
        private Subscription source = Operators.emptySubscription();
        private boolean isDone;
        private volatile boolean isCancelled;

        Gatherer(CoreSubscriber<? super List<T>> actual, int limit) {
            this.actual = actual;
            this.limit = limit;
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            source = subscription;
            actual.onSubscribe(this);
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(T row) {
            if (isDone) {
                return;
            }
            rows.add(row);
            if (rows.size() == limit) {
                source.cancel();
                onComplete();
            }
        }

        @Override
        public void onError(Throwable error) {
            if (!isDone && !isCancelled) {
                isDone = true;
                actual.onError(error);
            }
        }

        @Override
        public void onComplete() {
            if (!isDone) {
                isDone = true;
                reach(READY);
            }
        }

        @Override
        public void request(long n) {
            reach(ASKED);
        }

        @Override
        public void cancel() {
            isCancelled = true;
            source.cancel();
        }

        /** Gives the list once it is both asked for and there. */
        private void reach(int half) {
            int other = (ASKED | READY) ^ half;
            if (state.getAndAccumulate(half, (now, more) -> now | more) == other && !isCancelled) {
                actual.onNext(rows);
                actual.onComplete();
            }
        }
    }
}
