package io.sluice.engine;

import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/** What a publisher says at once. */
final class Now {

    private Now() {}

    /** Its value, or {@code unknown} if it does not have one while it is being asked. */
    static <T> T of(Publisher<T> publisher, T unknown) {
        var asked = new Asked<>(unknown);
        publisher.subscribe(asked);
        return asked.answer;
    }

    private static final class Asked<T> implements CoreSubscriber<T> {
        private T answer;

        Asked(T unknown) {
            this.answer = unknown;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(T value) {
            answer = value;
        }

        @Override
        public void onError(Throwable error) {}

        @Override
        public void onComplete() {}
    }
}
