package io.sluice.test.database;

import java.util.List;
import java.util.Map;

/** How a server is run in a container; durability is off, since nobody keeps a test's data. */
record ContainerRecipe(
        String image, int port, Map<String, String> environment, List<String> command, String urlFormat) {

    static final ContainerRecipe POSTGRESQL = new ContainerRecipe(
            "postgres:17-alpine",
            5432,
            Map.of("POSTGRES_PASSWORD", "sluice"),
            List.of("postgres", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=300"),
            "r2dbc:postgresql://postgres:sluice@%s:%d/postgres");

    static final ContainerRecipe MARIADB = new ContainerRecipe(
            "mariadb:11.4",
            3306,
            Map.of("MARIADB_ROOT_PASSWORD", "sluice"),
            List.of("mariadbd", "--innodb-flush-log-at-trx-commit=0", "--max-connections=300"),
            "r2dbc:mariadb://root:sluice@%s:%d/mysql");

    DatabaseUrl url(String host, int mappedPort) {
        return DatabaseUrl.parse(urlFormat.formatted(host, mappedPort));
    }
}
