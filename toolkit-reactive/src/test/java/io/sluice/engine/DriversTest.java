package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Wrapped;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/** Which driver an engine has, and what a connection factory that was made elsewhere lacks. Nothing here connects. */
class DriversTest {
    private static final String POSTGRESQL = "r2dbc:postgresql://app@localhost/shop";

    @Test
    void namesTheDriverThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Engine.create("r2dbc:oracle://app:canary@localhost/shop"))
                .withMessage(
                        "there is no R2DBC driver named oracle on the class path; add the one of your database, such as org.postgresql:r2dbc-postgresql");
    }

    @Test
    void doesNotRepeatWhatMayHoldAPassword() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Engine.create("jdbc:postgresql://app:canary@localhost/shop"))
                .withMessage(
                        "that is not an R2DBC URL; one looks like r2dbc:postgresql://user:password@host:5432/database");
    }

    @Test
    void namesTheDatabaseThatItDoesNotSpeakTo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Engine.of(new Elsewhere("Oracle Database", ConnectionFactories.get(POSTGRESQL))))
                .withMessageMatching(
                        "there is no dialect for a database called Oracle Database; Sluice knows .*PostgreSQL.*");
    }

    @Test
    void missesNothingInWhatItMadeItself() {
        ConnectionFactory ours = Drivers.connect(ConnectionFactoryOptions.parse(POSTGRESQL), EngineOptions.DEFAULTS);

        assertThat(ForeignFactory.lacks(ours)).isEmpty();
    }

    @Test
    void saysWhatAFactoryOfTheDriversDefaultsLacksAlsoInAWrapping() {
        ConnectionFactory standard = ConnectionFactories.get(POSTGRESQL);

        assertThat(ForeignFactory.lacks(new Elsewhere("PostgreSQL", standard)))
                .isEqualTo(ForeignFactory.lacks(standard))
                .containsExactly(
                        "results of statements come as text, which takes longer to read; set forceBinary(true)",
                        "every text that a connection ever ran stays prepared on the server; set preparedStatementCacheQueries(256)",
                        "a pool's connections may all share one thread; set loopResources(LoopResources.create(…)) that do not colocate");
    }

    @Test
    void isContentWithAFactoryThatWasTuned() {
        LoopResources loops = LoopResources.create("test", 1, 1, true, false);
        var tuned = new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host("localhost")
                .username("app")
                .forceBinary(true)
                .preparedStatementCacheQueries(100)
                .loopResources(loops)
                .build());

        assertThat(ForeignFactory.lacks(tuned)).isEmpty();
        loops.dispose();
    }

    @Test
    void refusesWhatItCannotTellAFactory() {
        ConnectionFactory factory = ConnectionFactories.get(POSTGRESQL);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Engine.of(factory, EngineOptions::behindTransactionProxy))
                .withMessageStartingWith("behindTransactionProxy(): ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Engine.of(factory, options -> options.passwordFrom(Mono.just("canary"))))
                .withMessageStartingWith("passwordFrom(…): ")
                .withMessageNotContaining("canary");
    }

    @Test
    void knowsNoTransactionProxyOfOtherDatabases() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Engine.create("r2dbc:h2:mem:///shop", EngineOptions::behindTransactionProxy))
                .withMessageStartingWith("behindTransactionProxy(): it is known for PostgreSQL alone");
    }

    /** What a pool or a proxy of somebody else looks like. */
    private record Elsewhere(String database, ConnectionFactory inner)
            implements ConnectionFactory, Wrapped<ConnectionFactory> {

        @Override
        public Publisher<? extends Connection> create() {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return () -> database;
        }

        @Override
        public ConnectionFactory unwrap() {
            return inner;
        }
    }
}
