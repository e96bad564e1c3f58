package io.sluice.test.database;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import reactor.util.retry.Retry;

/** Asks a server until it answers. */
record Readiness(DatabaseUrl url, BooleanSupplier running) {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    /** Raises what the last question was answered by if the server does not get ready, or stops. */
    void await(Duration patience) {
        Script.of("SELECT 1")
                .in(url)
                .timeout(ANSWER_WITHIN)
                .retryWhen(Retry.fixedDelay(patience.dividedBy(BETWEEN_QUESTIONS), BETWEEN_QUESTIONS)
                        .filter(refused -> running.getAsBoolean())
                        .onRetryExhaustedThrow((retry, last) -> last.failure()))
                .block();
    }
}
