package io.sluice.test.database;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one server of a product in this JVM. */
final class LazyServer {

    private static final Map<TestServer, LazyServer> OF_THIS_JVM = Map.of(
            TestServer.POSTGRESQL,
            new LazyServer(
                    new Product("PostgreSQL", "r2dbc:postgresql://host/x", "org.postgresql:r2dbc-postgresql"),
                    List.of(
                            new UrlSource("postgresql"),
                            new ContainerSource(ContainerRecipe.POSTGRESQL),
                            new EmbeddedPostgresSource()),
                    PostgresDatabases::new),
            TestServer.MARIADB,
            new LazyServer(
                    new Product("MariaDB", "r2dbc:mariadb://host/x", "org.mariadb:r2dbc-mariadb"),
                    List.of(
                            new UrlSource("mariadb"),
                            new ContainerSource(ContainerRecipe.MARIADB),
                            new EmbeddedMariadbSource()),
                    MariadbDatabases::new),
            TestServer.H2,
            new LazyServer(
                    new Product("H2", "r2dbc:h2:mem:///x", "io.r2dbc:r2dbc-h2"),
                    List.of(new H2Source()),
                    H2Databases::new));

    private final Product product;
    private final List<Source> sources;
    private final Function<SourcedServer, Databases> administration;
    private @Nullable Started started;
    private @Nullable TestDatabaseException failure;

    LazyServer(Product product, List<Source> sources, Function<SourcedServer, Databases> administration) {
        this.product = product;
        this.sources = sources;
        this.administration = administration;
    }

    static LazyServer of(TestServer server) {
        LazyServer lazy = OF_THIS_JVM.get(server);
        if (lazy == null) {
            throw new IllegalStateException("%s has no entry among the servers of this JVM; add one".formatted(server));
        }
        return lazy;
    }

    /** A failed start is remembered: the next test class shall fail at once and for the same reason. */
    synchronized Started start() {
        if (failure != null) {
            throw new TestDatabaseException(failure.getMessage(), failure);
        }
        if (started == null) {
            try {
                product.requireDriver();
                ServerSearch.Found found = new ServerSearch(product.name(), sources).search();
                started = new Started(found.origin(), administration.apply(found.server()));
            } catch (TestDatabaseException e) {
                failure = e;
                throw e;
            }
        }
        return started;
    }

    record Started(Origin origin, Databases databases) {}

    record Product(String name, String someUrl, String driverCoordinates) {

        void requireDriver() {
            if (!ConnectionFactories.supports(ConnectionFactoryOptions.parse(someUrl))) {
                throw new TestDatabaseException(
                        "No %s for tests: its R2DBC driver is not on the class path; add %s to the test dependencies"
                                .formatted(name, driverCoordinates),
                        null);
            }
        }
    }
}
