package io.sluice.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** An instance for the whole class is made before what JUnit calls "before all"; the guard must be there already. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardedConstructorIT {
    private final boolean wasRefused = Mono.fromRunnable(GuardedConstructorIT::nap)
            .subscribeOn(Schedulers.parallel())
            .thenReturn(false)
            .onErrorReturn(true)
            .blockOptional()
            .orElseThrow();

    @Test
    void isWatchedToo() {
        assertThat(wasRefused).isTrue();
        assertThat(NonBlockingGuard.takeBlockingCalls()).hasSize(1);
    }

    private static void nap() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
