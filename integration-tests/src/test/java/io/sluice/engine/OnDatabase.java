package io.sluice.engine;

import static io.sluice.engine.Accounts.ACCOUNTS;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static io.sluice.test.assertion.SqlAssertions.assertThatNothingLeaked;

import io.sluice.engine.EngineEvent.StatementEnded;
import io.sluice.sql.Select;
import io.sluice.sql.Update;
import io.sluice.test.assertion.Statements;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;

/** An engine with three connections to a database with accounts, after which nothing may be left over. */
@Timeout(60)
abstract class OnDatabase {
    static final Duration SOON = Duration.ofSeconds(20);

    private final TestServer server;
    final Statements statements = new Statements();
    TestDatabase database;
    Engine engine;

    OnDatabase(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        database = server.database(Accounts.TEMPLATE);
        engine = engineWith(options -> options.poolSize(3).listen(StatementEnded.class, statements));
    }

    Engine engineWith(UnaryOperator<EngineOptions> options) {
        return Engine.create(database.url(), options);
    }

    @AfterEach
    void close() {
        assertThatNothingLeaked(engine);
        engine.close().block(SOON);
        database.close();
    }

    static Update add(int amount, int id) {
        return update(ACCOUNTS)
                .set(ACCOUNTS.balance.to(ACCOUNTS.balance.plus(amount)))
                .where(ACCOUNTS.id.eq(id));
    }

    static Select<Integer> balanceOf(int id) {
        return select(ACCOUNTS.balance).from(ACCOUNTS).where(ACCOUNTS.id.eq(id));
    }

    /** What is there, as others see it. */
    int balance(int id) {
        return engine.execute(balanceOf(id)).one().blockOptional(SOON).orElseThrow();
    }

    long total() {
        return engine.execute(select(sum(ACCOUNTS.balance)).from(ACCOUNTS))
                .one()
                .blockOptional(SOON)
                .orElseThrow();
    }

    static <T> T now(Mono<T> mono) {
        return mono.blockOptional(SOON).orElseThrow();
    }
}
