package io.sluice.engine;

import static io.sluice.sql.Sql.text;
import static io.sluice.test.assertion.SqlAssertions.assertThatNothingLeaked;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.BOOLEAN;
import static io.sluice.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sql.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The ways to a PostgreSQL: over TLS, with a password that changes, to the one of several hosts that is the right one. */
@Timeout(60)
class ConnectIT {
    private static final Query<Boolean> IS_ENCRYPTED =
            text("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()").returning(BOOLEAN);
    private static final Query<Integer> PORT =
            text("SELECT current_setting('port')::integer").returning(INTEGER);
    private static final Query<Long> PID = text("SELECT pg_backend_pid()").returning(BIGINT);

    private static Path folder;

    private static SelfSigned certificate;
    private static OwnPostgresql primary;

    /** Refuses changes, by which drivers tell a standby. */
    private static OwnPostgresql standby;

    @BeforeAll
    static void start(@TempDir Path temporary) {
        folder = temporary;
        certificate = SelfSigned.in(folder);
        primary = OwnPostgresql.start(Map.of(
                "ssl", "on",
                "ssl_cert_file", certificate.certificate().toString(),
                "ssl_key_file", certificate.key().toString()));
        standby = OwnPostgresql.start(Map.of("default_transaction_read_only", "on"));
    }

    @AfterAll
    static void stop() {
        primary.close();
        standby.close();
    }

    private static String url(String protocol, String hosts, String options) {
        return "r2dbc:%s://postgres@%s/postgres?%s".formatted(protocol, hosts, options);
    }

    private static <R> StepVerifier.FirstStep<R> asking(Query<R> query, String url) {
        Engine engine = Engine.create(url);
        return StepVerifier.create(
                Mono.usingWhen(Mono.just(engine), open -> open.execute(query).one(), Engine::close));
    }

    @Test
    void encryptsWhenTold() {
        String localhost = "localhost:" + primary.port();

        asking(IS_ENCRYPTED, url("postgresql", localhost, "sslMode=require"))
                .expectNext(true)
                .verifyComplete();
        asking(IS_ENCRYPTED, url("postgresql", localhost, "sslMode=disable"))
                .expectNext(false)
                .verifyComplete();
    }

    @Test
    void believesNoCertificateThatItDoesNotKnow() throws IOException {
        String localhost = "localhost:" + primary.port();
        String known = "&sslRootCert=" + certificate.certificate();
        SelfSigned another = SelfSigned.in(Files.createDirectory(folder.resolve("another")));

        asking(IS_ENCRYPTED, url("postgresql", localhost, "sslMode=verify-full" + known))
                .expectNext(true)
                .verifyComplete();
        asking(IS_ENCRYPTED, url("postgresql", localhost, "sslMode=verify-full&sslRootCert=" + another.certificate()))
                .verifyErrorSatisfies(ConnectIT::isAboutTls);
        asking(IS_ENCRYPTED, url("postgresql", "127.0.0.1:" + primary.port(), "sslMode=verify-full" + known))
                .verifyErrorSatisfies(ConnectIT::isAboutTls);
        asking(IS_ENCRYPTED, url("postgresql", localhost, "sslMode=verify-ca" + known))
                .expectNext(true)
                .verifyComplete();
    }

    private static void isAboutTls(Throwable error) {
        assertThat(error)
                .isInstanceOf(ConnectionLostException.class)
                .hasMessageStartingWith("no connection: the server and the driver do not agree on TLS;");
    }

    @Test
    void goesToTheHostOfTheRightKind() {
        String hosts = "localhost:%d,localhost:%d".formatted(standby.port(), primary.port());

        asking(PORT, url("postgresql:failover", hosts, "targetServerType=primary"))
                .expectNext(primary.port())
                .verifyComplete();
        asking(PORT, url("postgresql:failover", hosts, "targetServerType=secondary"))
                .expectNext(standby.port())
                .verifyComplete();
    }

    /** The stop has to reach the host on which the statement runs, over TLS as well. */
    @Test
    void passesOverHostsThatDoNotAnswer() {
        String hosts = "localhost:1,localhost:" + primary.port();
        Engine engine =
                Engine.create(url("postgresql:failover", hosts, "sslMode=require"), options -> options.poolSize(1));
        var sleeping = text("SELECT 1 FROM pg_sleep(60)").returning(INTEGER);

        StepVerifier.create(engine.with(options -> options.timeout(Duration.ofMillis(300)))
                        .execute(sleeping)
                        .one())
                .verifyError(StatementTimeoutException.class);
        long pid = OnDatabase.now(engine.execute(PID).one());
        assertThat(OnDatabase.now(engine.execute(PID).one())).isEqualTo(pid);

        assertThatNothingLeaked(engine);
        engine.close().block(OnDatabase.SOON);
    }

    @Test
    void asksForThePasswordOnEachNewConnection() {
        asRoot("CREATE ROLE changing LOGIN PASSWORD 'first canary'");
        requirePasswordOf("changing");
        var password = new AtomicReference<>("first canary");
        var asked = new AtomicInteger();
        String url = "r2dbc:postgresql://changing@localhost:%d/postgres".formatted(primary.port());
        Engine engine = Engine.create(
                url,
                options -> options.poolSize(1)
                        .poolTimes(PoolTimes.DEFAULTS.withPing(Duration.ofSeconds(5), Duration.ofNanos(1)))
                        .passwordFrom(Mono.fromSupplier(() -> {
                            asked.incrementAndGet();
                            return password.get();
                        })));

        StepVerifier.create(Flux.range(0, 5)
                        .concatMap(i -> engine.execute(PID).one())
                        .distinct())
                .expectNextCount(1)
                .verifyComplete();
        assertThat(asked).hasValue(1);

        asRoot("ALTER ROLE changing PASSWORD 'second canary'");
        endSessionsOf("changing");
        StepVerifier.create(engine.execute(PID).one())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                DatabaseException.class,
                                failure -> assertThat(failure.sqlState()).isEqualTo("28P01"))
                        .hasMessageContaining("the user name or password is wrong")
                        .satisfies(failure -> assertThat(failure.toString()).doesNotContain("canary")));

        password.set("second canary");
        StepVerifier.create(engine.execute(PID).one()).expectNextCount(1).verifyComplete();
        assertThat(asked).hasValue(3);
        engine.close().block(OnDatabase.SOON);
    }

    @Test
    void failsAsTheSourceOfThePasswordDoes() {
        String url = primary.url();

        StepVerifier.create(failing(
                        url,
                        options -> options.passwordFrom(
                                Mono.error(() -> new IllegalStateException("the vault is sealed")))))
                .verifyErrorMessage("the vault is sealed");
        StepVerifier.create(failing(url, options -> options.passwordFrom(Mono.empty())))
                .verifyErrorMessage(
                        "passwordFrom(…) gave no password; give one, or an error that says why there is none");
    }

    private static Mono<Long> failing(String url, UnaryOperator<EngineOptions> options) {
        return Mono.usingWhen(
                Mono.fromSupplier(() -> Engine.create(url, options)),
                engine -> engine.execute(PID).one(),
                Engine::close);
    }

    private static void asRoot(String sql) {
        Engine root = Engine.create(primary.url());
        root.execute(text(sql)).done().then(root.close()).block(OnDatabase.SOON);
    }

    private static void endSessionsOf(String role) {
        Engine root = Engine.create(primary.url());
        root.execute(text("SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity WHERE usename = :role")
                        .bind("role", role)
                        .returning(BIGINT))
                .one()
                .then(root.close())
                .block(OnDatabase.SOON);
    }

    /** The server as it comes asks nobody. */
    private static void requirePasswordOf(String role) {
        Path rules = primary.data().resolve("pg_hba.conf");
        try {
            Files.writeString(rules, "host all %1$s all scram-sha-256%n".formatted(role) + Files.readString(rules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        asRoot("SELECT pg_reload_conf()");
    }
}
