package io.sluice.test.assertion;

import static io.sluice.sql.Sql.text;
import static io.sluice.type.SqlTypes.BIGINT;

import io.sluice.engine.Engine;
import io.sluice.engine.PoolStatus;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** What a test may have left behind: connections on loan, transactions open on the server. */
final class Leaks {
    /** A connection is given back just after its result has ended, not before. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String OPEN_TRANSACTIONS =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'";

    private Leaks() {}

    static void requireNone(Engine engine) {
        PoolStatus status = settled(engine);
        if (status.leased() > 0) {
            throw new AssertionError(
                    "%d of %d connections are still on loan after %s: something neither completed, failed nor was cancelled"
                            .formatted(status.leased(), status.size(), PATIENCE));
        }
        if (engine.dialect().name().equals("PostgreSQL")) {
            requireNoOpenTransaction(engine);
        }
    }

    private static PoolStatus settled(Engine engine) {
        return Mono.fromSupplier(engine::poolStatus)
                .filter(status -> status.leased() == 0)
                .repeatWhenEmpty(
                        again -> again.delayElements(Duration.ofMillis(10)).take(PATIENCE.toMillis() / 10))
                .switchIfEmpty(Mono.fromSupplier(engine::poolStatus))
                .blockOptional(PATIENCE.multipliedBy(2))
                .orElseThrow();
    }

    private static void requireNoOpenTransaction(Engine engine) {
        Long open = engine.execute(text(OPEN_TRANSACTIONS).returning(BIGINT))
                .one()
                .blockOptional(PATIENCE)
                .orElseThrow();
        if (open > 0) {
            throw new AssertionError("%d connections are left in an open transaction".formatted(open));
        }
    }
}
