package io.sluice.session;

import io.sluice.engine.OverlapException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Who uses a session at the moment. Its entities are nobody's to share, so a second call while one is under way is
 * refused, and told of the first. The windows of a stream and the calls between them take turns instead: none of their
 * users could know when the other is at work.
 */
final class Calls {
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

    /** Who is at work, and who comes next. */
    private record State(@Nullable Call working, List<Call> next) {
        static final State IDLE = new State(null, List.of());

        State plus(Call call) {
            List<Call> more = new ArrayList<>(next);
            more.add(call);
            return new State(working, List.copyOf(more));
        }

        State without(Call call) {
            List<Call> fewer = new ArrayList<>(next);
            fewer.remove(call);
            if (working != call) {
                return new State(working, List.copyOf(fewer));
            }
            Call first = fewer.isEmpty() ? null : fewer.remove(0);
            return new State(first, List.copyOf(fewer));
        }

        /** A call of the user's that is there, working or next; there is never more than one. */
        @Nullable
        Call call() {
            if (working != null && !working.isWindow) {
                return working;
            }
            return next.stream().filter(call -> !call.isWindow).findFirst().orElse(null);
        }
    }

    /** One use of the session; what it is called is asked only for a message, since that takes the text of a statement. */
    private final class Call {
        private final Supplier<String> label;
        private final boolean isWindow;
        private @Nullable MonoSink<Void> grant;
        private final Section section = new Section(() -> leave(this));
        private volatile boolean hasLeft;

        Call(Supplier<String> label, boolean isWindow) {
            this.label = label;
            this.isWindow = isWindow;
        }

        Mono<Void> granted() {
            return Mono.create(sink -> {
                grant = sink;
                enter(this);
            });
        }

        void go() {
            MonoSink<Void> sink = grant;
            if (sink != null) {
                section.work(sink::success);
            }
        }

        void refuse(Call other) {
            MonoSink<Void> sink = grant;
            if (sink != null) {
                sink.error(OverlapException.inSession(label.get(), other.label.get()));
            }
        }
    }

    /** Something a user asks of the session, which must be over before the next. */
    <T> Mono<T> call(Supplier<String> label, Function<Section, Mono<T>> body) {
        return entered(label, false, body);
    }

    /** A part of a stream, which waits until the session is idle. */
    <T> Mono<T> window(Supplier<String> label, Function<Section, Mono<T>> body) {
        return entered(label, true, body);
    }

    private <T> Mono<T> entered(Supplier<String> label, boolean isWindow, Function<Section, Mono<T>> body) {
        return Mono.defer(() -> {
            Call call = new Call(label, isWindow);
            return call.granted()
                    .then(Mono.defer(() -> body.apply(call.section)))
                    .doOnTerminate(() -> leave(call))
                    .doOnCancel(call.section::cancel);
        });
    }

    private void enter(Call call) {
        while (true) {
            State now = Objects.requireNonNull(state.get());
            Call other = call.isWindow ? null : now.call();
            if (other != null) {
                call.refuse(other);
                return;
            }
            boolean isIdle = now.working() == null;
            State after = isIdle ? new State(call, now.next()) : now.plus(call);
            if (state.compareAndSet(now, after)) {
                if (call.hasLeft) {
                    // cancelled before or while it came in: whoever left did not find it here
                    leave(call);
                } else if (isIdle) {
                    call.go();
                }
                return;
            }
        }
    }

    private void leave(Call call) {
        call.hasLeft = true;
        State before = Objects.requireNonNull(state.getAndUpdate(now -> now.without(call)));
        Call first = before.without(call).working();
        if (before.working() == call && first != null) {
            first.go();
        }
    }

    /** Results, window by window. */
    <T> Flux<T> windows(Supplier<String> label, Flux<Function<Section, Mono<List<T>>>> windows) {
        return windows.concatMap(window -> window(label, window).flatMapIterable(results -> results), 0);
    }
}
