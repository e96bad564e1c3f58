package io.sluice.engine;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * What borrows something, runs a body on it and gives it back once, whatever ends the body: completion, error, a subscriber
 * who leaves, or code of the subscriber that throws. The subscriber hears of the end after it was given back, and the way
 * back runs on a subscription of its own, so that nobody who leaves can stop it.
 *
 * <p>Statements, transactions and savepoints are borrowings; nothing else in the engine has to know how one ends.
 */
abstract class Borrowing<B, T> extends Flux<T> {

    /** Gives one thing, or an error; if it gives nothing, there is nothing to do. */
    abstract Publisher<? extends B> lender();

    /** Whether who leaves stops the lender. Else it goes on, and what comes is given back. */
    boolean lendsUntilCancelled() {
        return true;
    }

    abstract Publisher<? extends T> body(B borrowed);

    /** Gives it back. Only for a body that completed does its own failure become the subscriber's. */
    abstract Publisher<Void> end(B borrowed, Outcome outcome, @Nullable Throwable error);

    /** Whether a body that was left is read to its end all the same, with nobody to hear of it. */
    boolean readsToTheEnd() {
        return false;
    }

    /** What a subscriber should hear instead of this error of the body. */
    Throwable translated(Throwable error) {
        return error;
    }

    /** Told before a value is handed to the subscriber, with the thread that does it, and after, with none. */
    void emitting(B borrowed, @Nullable Thread thread) {}

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        var borrower = new Borrower<>(this, actual);
        actual.onSubscribe(borrower);
        borrower.borrow();
    }

    private enum State {
        BORROWING,
        /** The body is being subscribed to; who leaves now leaves the end to the one who does that. */
        STARTING,
        RUNNING,
        LEFT_WHILE_STARTING,
        ENDED
    }

    /** Between the body, which is read to an end, and the subscriber. */
    private static final class Borrower<B, T> extends Operators.DeferredSubscription implements CoreSubscriber<T> {
        private final Borrowing<B, T> borrowing;
        private final CoreSubscriber<? super T> actual;
        private final AtomicReference<State> state = new AtomicReference<>(State.BORROWING);
        private final Lending lending = new Lending();
        private @Nullable B borrowed;
        private volatile boolean isLeft;

        Borrower(Borrowing<B, T> borrowing, CoreSubscriber<? super T> actual) {
            this.borrowing = borrowing;
            this.actual = actual;
        }

        void borrow() {
            Publisher<? extends B> lender;
            try {
                lender = borrowing.lender();
            } catch (Throwable e) {
                lending.onError(e);
                return;
            }
            lender.subscribe(lending);
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        /** The lender's one answer. */
        private final class Lending extends Operators.DeferredSubscription implements CoreSubscriber<B> {

            @Override
            public Context currentContext() {
                return actual.currentContext();
            }

            @Override
            public void onSubscribe(Subscription subscription) {
                if (set(subscription)) {
                    subscription.request(Long.MAX_VALUE);
                }
            }

            @Override
            public void onNext(B lent) {
                if (state.compareAndSet(State.BORROWING, State.STARTING)) {
                    borrowed = lent;
                    start(lent);
                } else {
                    endUnheard(lent, Outcome.CANCELLED, null);
                }
            }

            @Override
            public void onError(Throwable error) {
                if (state.compareAndSet(State.BORROWING, State.ENDED)) {
                    actual.onError(error);
                }
            }

            @Override
            public void onComplete() {
                if (state.compareAndSet(State.BORROWING, State.ENDED)) {
                    actual.onComplete();
                }
            }
        }

        private void start(B lent) {
            try {
                borrowing.body(lent).subscribe(this);
            } catch (Throwable e) {
                onError(e); // and whoever left meanwhile is seen to below
            }
            if (!state.compareAndSet(State.STARTING, State.RUNNING)
                    && state.compareAndSet(State.LEFT_WHILE_STARTING, State.ENDED)) {
                endUnheard(lent, Outcome.CANCELLED, null);
            }
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            set(subscription);
        }

        @Override
        public void onNext(T value) {
            if (isLeft) {
                return;
            }
            B lent = lent();
            borrowing.emitting(lent, Thread.currentThread());
            try {
                actual.onNext(value);
            } catch (Throwable e) {
                if (ends()) {
                    super.cancel();
                    endUnheard(lent, Outcome.CANCELLED, e);
                }
                throw e;
            } finally {
                borrowing.emitting(lent, null);
            }
        }

        @Override
        public void onError(Throwable error) {
            if (ends()) {
                subscribeTo(lent(), Outcome.FAILED, error, new Way(error));
            }
        }

        @Override
        public void onComplete() {
            if (ends()) {
                subscribeTo(lent(), Outcome.COMPLETED, null, new Way(null));
            }
        }

        @Override
        public void cancel() {
            isLeft = true;
            if (borrowing.readsToTheEnd()) {
                request(Long.MAX_VALUE);
            } else {
                super.cancel();
            }
            if (state.compareAndSet(State.BORROWING, State.ENDED)) {
                if (borrowing.lendsUntilCancelled()) {
                    lending.cancel();
                }
            } else if (!state.compareAndSet(State.STARTING, State.LEFT_WHILE_STARTING)
                    && state.compareAndSet(State.RUNNING, State.ENDED)) {
                endUnheard(lent(), Outcome.CANCELLED, null);
            }
        }

        /** Whether the body's terminal is the first thing that ends it. */
        private boolean ends() {
            State was = state.getAndUpdate(now -> now == State.LEFT_WHILE_STARTING ? now : State.ENDED);
            return was == State.STARTING || was == State.RUNNING;
        }

        private B lent() {
            B lent = borrowed;
            if (lent == null) {
                throw new IllegalStateException("a body ran on nothing");
            }
            return lent;
        }

        private void endUnheard(B lent, Outcome outcome, @Nullable Throwable error) {
            subscribeTo(lent, outcome, error, new Unheard());
        }

        private void subscribeTo(B lent, Outcome outcome, @Nullable Throwable error, CoreSubscriber<Void> way) {
            Publisher<Void> end;
            try {
                end = borrowing.end(lent, outcome, error);
            } catch (Throwable e) {
                way.onError(e);
                return;
            }
            end.subscribe(way);
        }

        /** The way back after the body's own end. */
        private final class Way extends Unheard {
            private final @Nullable Throwable failure;

            private Way(@Nullable Throwable failure) {
                this.failure = failure;
            }

            @Override
            public void onComplete() {
                if (isLeft) {
                    return; // whoever left meanwhile hears nothing any more
                }
                if (failure == null) {
                    actual.onComplete();
                } else {
                    actual.onError(borrowing.translated(failure));
                }
            }

            @Override
            public void onError(Throwable error) {
                if (isLeft) {
                    return;
                }
                if (failure == null) {
                    actual.onError(error);
                } else {
                    Throwable translated = borrowing.translated(failure);
                    if (translated != error) {
                        translated.addSuppressed(error);
                    }
                    actual.onError(translated);
                }
            }
        }

        /** The way back when nobody waits for it. Whoever gives back says so in the log if it fails. */
        private class Unheard implements CoreSubscriber<Void> {

            @Override
            public Context currentContext() {
                return actual.currentContext();
            }

            @Override
            public void onSubscribe(Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(Void nothing) {}

            @Override
            public void onError(Throwable error) {}

            @Override
            public void onComplete() {}
        }
    }
}
