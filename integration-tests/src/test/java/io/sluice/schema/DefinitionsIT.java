package io.sluice.schema;

import static io.sluice.schema.Depot.DEPOT;

import io.sluice.engine.Engine;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefinitionsIT {
    @ParameterizedTest
    @EnumSource
    void tries(TestServer server) {
        Catalogue catalogue = server == TestServer.H2 ? Catalogue.H2 : server == TestServer.MARIADB ? Catalogue.MARIADB : Catalogue.POSTGRESQL;
        TestDatabase database = server.database();
        Engine engine = Engine.create(database.url());
        try {
            engine.execute(DEPOT.createAll()).done().block(Duration.ofSeconds(60));
            catalogue.lines(engine).forEach(System.out::println);
            engine.execute(DEPOT.createAll()).done().block(Duration.ofSeconds(60));
            engine.execute(DEPOT.dropAll()).done().block(Duration.ofSeconds(60));
            engine.execute(DEPOT.dropAll()).done().block(Duration.ofSeconds(60));
            catalogue.lines(engine).forEach(System.out::println);
        } finally {
            engine.close().block();
            database.close();
        }
    }
}
