package io.sluice.benchmark.comparison;

import io.sluice.benchmark.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** A PostgreSQL of our own, seeded, and gone when the comparison is. */
final class Server implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final String version;

    private Server(EmbeddedPostgres postgres, String version) {
        this.postgres = postgres;
        this.version = version;
    }

    static Server start(List<String> seed) throws IOException, SQLException {
        var postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                // No background work while a contender is being measured.
                .setServerConfig("autovacuum", "off")
                .setServerConfig("checkpoint_timeout", "1d")
                .start();
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var sql : seed) {
                statement.execute(sql);
            }
            statement.execute("CHECKPOINT");
            return new Server(postgres, connection.getMetaData().getDatabaseProductVersion());
        } catch (SQLException e) {
            postgres.close();
            throw e;
        }
    }

    Database database() {
        return new Database("localhost", postgres.getPort(), "postgres", "postgres");
    }

    String version() {
        return version;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
