package io.sluice.test;

import static io.sluice.sql.Sql.text;
import static io.sluice.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.Engine;
import io.sluice.test.database.TestServer;
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

    @Test
    void watchesTheThreadsOfAnEngine() {
        try (var database = TestServer.POSTGRESQL.database()) {
            Engine engine = Engine.create(database.url());
            Mono<Integer> nap =
                    engine.execute(text("SELECT 1").returning(INTEGER)).one().doOnNext(one -> nap());

            assertThatThrownBy(nap::block).hasMessageContaining("Blocking call! java.lang.Thread.sleep");
            assertThat(NonBlockingGuard.takeBlockingCalls()).hasSize(1);
            engine.close().block();
        }
    }

    private static void nap() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
