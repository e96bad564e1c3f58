package io.sluice.test.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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
            query(mine, "INSERT INTO customer VALUES (2, 'Grace')");

            assertThat(query(mine, "SELECT name FROM customer ORDER BY id")).containsExactly("Ada", "Grace");
            assertThat(query(yours, "SELECT name FROM customer ORDER BY id")).containsExactly("Ada");
        }
    }

    private static List<String> query(TestDatabase database, String sql) {
        return Flux.usingWhen(
                        Mono.from(ConnectionFactories.get(database.url()).create()),
                        connection -> Flux.from(connection.createStatement(sql).execute())
                                .concatMap(result -> result.map(row -> row.get(0, String.class))),
                        Connection::close)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
