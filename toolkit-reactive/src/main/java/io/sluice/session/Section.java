package io.sluice.session;

import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * The work that a call does with what its session knows. Whoever cancels a call may do so on another thread, in the
 * middle of it; then the session is the call's until that work has come to its end, and nothing more of it begins.
 */
final class Section {
    private final Runnable left;
    private final AtomicInteger working = new AtomicInteger();
    private volatile boolean isCancelled;

    Section(Runnable left) {
        this.left = left;
    }

    void cancel() {
        isCancelled = true;
        if (working.get() == 0) {
            left.run();
        }
    }

    /** Does a part of the work, unless the call was cancelled. */
    void work(Runnable part) {
        working.incrementAndGet();
        try {
            if (!isCancelled) {
                part.run();
            }
        } finally {
            if (working.decrementAndGet() == 0 && isCancelled) {
                left.run();
            }
        }
    }

    /** What is done with a result is work. */
    <T> Mono<T> within(Mono<T> result) {
        return result.transform(Operators.<T, T>lift((scannable, actual) -> new Working<>(actual, this)));
    }

    private record Working<T>(CoreSubscriber<? super T> actual, Section section) implements CoreSubscriber<T> {

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            actual.onSubscribe(subscription);
        }

        @Override
        public void onNext(T value) {
            section.work(() -> actual.onNext(value));
        }

        @Override
        public void onError(Throwable error) {
            section.work(() -> actual.onError(error));
        }

        @Override
        public void onComplete() {
            section.work(actual::onComplete);
        }
    }
}
