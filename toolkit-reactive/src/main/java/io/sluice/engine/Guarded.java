package io.sluice.engine;

import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * What a driver gives, where whatever it throws is an error of the stream. Reactor rethrows errors it holds for fatal, such
 * as a class that cannot be loaded; then nobody would hear of the end, and a connection would be lost.
 */
final class Guarded<T> extends Mono<T> {
    private final Publisher<? extends T> source;

    Guarded(Publisher<? extends T> source) {
        this.source = source;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        var guard = new Guard<T>(actual);
        try {
            source.subscribe(guard);
        } catch (Throwable e) {
            guard.thrown(e);
        }
    }

    private static final class Guard<T> implements CoreSubscriber<T> {
        private final CoreSubscriber<? super T> actual;
        private boolean isSubscribed;
        private boolean isOver;

        Guard(CoreSubscriber<? super T> actual) {
            this.actual = actual;
        }

        void thrown(Throwable error) {
            if (!isSubscribed) {
                Operators.error(actual, error);
            } else if (!isOver) {
                onError(error);
            }
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            isSubscribed = true;
            actual.onSubscribe(subscription);
        }

        @Override
        public void onNext(T value) {
            actual.onNext(value);
        }

        @Override
        public void onError(Throwable error) {
            isOver = true;
            actual.onError(error);
        }

        @Override
        public void onComplete() {
            isOver = true;
            actual.onComplete();
        }
    }
}
