package io.sluice.engine;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import reactor.core.publisher.Mono;

/** What becomes true by itself, sooner or later. */
final class Eventually {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private Eventually() {}

    /** Comes back when it is so; an error if it is not soon. */
    static void until(BooleanSupplier isSo) {
        long start = System.nanoTime();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() - start > OnDatabase.SOON.toNanos()) {
                throw new AssertionError("it was not so within " + OnDatabase.SOON);
            }
            Mono.delay(LOOK_AGAIN).block();
        }
    }

    /** Asks again until the answer is another one than this. */
    static <T> T anotherThan(T known, Mono<T> question) {
        return question.filter(answer -> !answer.equals(known))
                .repeatWhenEmpty(again -> again.delayElements(LOOK_AGAIN))
                .blockOptional(OnDatabase.SOON)
                .orElseThrow();
    }
}
