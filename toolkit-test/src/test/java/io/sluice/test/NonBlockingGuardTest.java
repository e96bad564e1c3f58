package io.sluice.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@ExtendWith(NonBlockingGuard.class)
class NonBlockingGuardTest {

    @Test
    void raisesWhereAThreadThatMustNotBlockSleeps() {
        assertThatThrownBy(() -> sleepOn(Schedulers.parallel()).block())
                .hasRootCauseInstanceOf(BlockingOperationError.class);

        assertThat(NonBlockingGuard.takeBlockingCalls()).hasSize(1);
    }

    @Test
    void failsATestWhoseCodeSwallowedTheError() {
        sleepOn(Schedulers.parallel()).onErrorComplete().block();

        assertThatThrownBy(NonBlockingGuard::refuseBlockingCalls)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("Thread.sleep", "Schedulers.boundedElastic()");
        assertThatCode(NonBlockingGuard::refuseBlockingCalls)
                .as("a call is reported once")
                .doesNotThrowAnyException();
    }

    @Test
    void letsThreadsBlockThatMay() {
        sleepOn(Schedulers.boundedElastic()).block();

        assertThat(NonBlockingGuard.takeBlockingCalls()).isEmpty();
    }

    private static Mono<Long> sleepOn(Scheduler scheduler) {
        return Mono.fromCallable(() -> {
                    Thread.sleep(1);
                    return 1L;
                })
                .subscribeOn(scheduler);
    }
}
