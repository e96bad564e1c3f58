package io.sluice.test.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Runs under the guard, as all tests here: neither starting a server nor making a database blocks a thread that must not. */
@Timeout(120)
class TestServerIT {

    private static final Template SHOP = Template.of(
            "CREATE TABLE customer (id INTEGER PRIMARY KEY, name VARCHAR(50) NOT NULL)",
            "CREATE TABLE purchase (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customer (id))",
            "INSERT INTO customer VALUES (1, 'Ada')");

    @ParameterizedTest
    @EnumSource
    void givesEachTestClassADatabaseOfItsOwn(TestServer server) {
        try (TestDatabase mine = server.database(SHOP);
                TestDatabase yours = server.database(SHOP)) {
            Rows.of(mine.url(), "INSERT INTO customer VALUES (2, 'Grace')");

            assertThat(names(mine)).containsExactly("Ada", "Grace");
            assertThat(names(yours)).containsExactly("Ada");
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysWhereTheServerCameFrom(TestServer server) {
        Origin origin = server.origin();

        assertThat(origin.way()).isNotNull();
        assertThat(origin.passedOver())
                .extracting(Origin.PassedOver::way)
                .doesNotContain(origin.way())
                .isSorted();
        assertThat(origin.passedOver()).allSatisfy(why -> {
            assertThat(why.reason()).isNotBlank();
            assertThat(why.remedy()).isNotBlank();
        });
    }

    @ParameterizedTest
    @EnumSource
    void servesManyTestClassesAtOnce(TestServer server) {
        List<TestDatabase> databases = Flux.range(0, 8)
                .flatMap(n -> Mono.fromCallable(() -> server.database(SHOP)).subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(databases).extracting(TestDatabase::url).doesNotHaveDuplicates();
        assertThat(databases).allSatisfy(database -> assertThat(names(database)).containsExactly("Ada"));
        databases.forEach(TestDatabase::close);
    }

    @ParameterizedTest
    @EnumSource
    void dropsADatabaseThatSomebodyStillUses(TestServer server) {
        TestDatabase database = server.database(SHOP);
        Connection leaked = Mono.from(
                        ConnectionFactories.get(database.options()).create())
                .blockOptional()
                .orElseThrow();
        Mono.from(leaked.beginTransaction()).block();
        Flux.from(leaked.createStatement("INSERT INTO customer VALUES (2, 'Grace')")
                        .execute())
                .flatMap(result -> result.getRowsUpdated())
                .blockLast();

        database.close();

        assertThatThrownBy(() -> names(database)).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhichStatementOfATemplateIsWrong(TestServer server) {
        Template wrong = Template.of("CREATE TABLE t (id INTEGER)", "CREATE TABEL u (id INTEGER)");

        assertThatThrownBy(() -> server.database(wrong))
                .isInstanceOf(TestDatabaseException.class)
                .hasMessageStartingWith("Filling a test database")
                .hasMessageContaining("'CREATE TABEL u (id INTEGER)' failed");
    }

    private static List<String> names(TestDatabase database) {
        return Rows.of(database.url(), "SELECT name FROM customer ORDER BY id");
    }
}
