package io.sluice.test.database;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import reactor.util.retry.Retry;

/** Asks a server until it answers. */
record Readiness(DatabaseUrl url, BooleanSupplier running) {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);

    void await(Duration patience) {
        Script.of("SELECT 1")
                .in(url)
                .retryWhen(
                        Retry.fixedDelay(Long.MAX_VALUE, BETWEEN_QUESTIONS).filter(refused -> running.getAsBoolean()))
                .block(patience);
    }
}
