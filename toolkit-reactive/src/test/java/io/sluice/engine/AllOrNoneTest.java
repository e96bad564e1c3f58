package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Connection;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class AllOrNoneTest {
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private Mono<Void> begins = Mono.empty();

    /** Says what was subscribed to. */
    private final Connection connection = (Connection) Proxy.newProxyInstance(
            AllOrNoneTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> Mono.fromRunnable(() -> calls.add(method.getName()))
                    .then(method.getName().equals("beginTransaction") ? begins : Mono.empty()));

    private final AllOrNone transaction = new AllOrNone(connection, Schedulers.immediate());

    @Test
    void tellsNothingBeforeItIsCommitted() {
        Flux<String> results = Flux.just("one", "two").doOnSubscribe(subscription -> calls.add("results"));

        StepVerifier.create(transaction.of(results).doOnNext(calls::add))
                .expectNext("one", "two")
                .verifyComplete();

        assertThat(calls).containsExactly("beginTransaction", "results", "commitTransaction", "one", "two");
    }

    @Test
    void rollsBackWhatFails() {
        Flux<Object> results = Flux.<Object>just("one").concatWith(Mono.error(new IllegalStateException("two")));

        StepVerifier.create(transaction.of(results)).verifyErrorMessage("two");

        assertThat(calls).containsExactly("beginTransaction", "rollbackTransaction");
    }

    @Test
    void rollsBackWhatIsCancelled() {
        TestPublisher<String> results = TestPublisher.create();

        StepVerifier.create(transaction.of(results.flux()))
                .then(() -> results.next("one"))
                .thenCancel()
                .verify();

        results.assertCancelled();
        assertThat(calls).containsExactly("beginTransaction", "rollbackTransaction");
    }

    @Test
    void rollsBackWhatIsCancelledWhileItBegins() {
        begins = Mono.never();

        StepVerifier.create(transaction.of(Flux.just("one")))
                .then(() -> assertThat(calls).containsExactly("beginTransaction"))
                .thenCancel()
                .verify();

        assertThat(calls).containsExactly("beginTransaction", "rollbackTransaction");
    }

    @Test
    void commitsWhatGivesNothing() {
        StepVerifier.create(transaction.of(Flux.empty())).verifyComplete();

        assertThat(calls).containsExactly("beginTransaction", "commitTransaction");
    }
}
