package io.sluice.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The guard is not named here: it watches every class of this module. */
class NonBlockingGuardIT {

    @Test
    void watchesWithoutBeingAsked() {
        Mono<Void> nap = Mono.<Void>fromRunnable(NonBlockingGuardIT::nap).subscribeOn(Schedulers.parallel());

        assertThatThrownBy(nap::block).hasMessageContaining("Blocking call! java.lang.Thread.sleep");
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
