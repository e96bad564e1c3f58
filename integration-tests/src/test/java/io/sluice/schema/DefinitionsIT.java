package io.sluice.schema;

import static io.sluice.schema.Columns.column;
import static io.sluice.schema.Columns.references;
import static io.sluice.schema.Depot.DEPOT;
import static io.sluice.schema.Depot.PARTS;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static io.sluice.type.SqlTypes.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.engine.DatabaseException;
import io.sluice.engine.Engine;
import io.sluice.sql.Command;
import io.sluice.sql.Query;
import io.sluice.sql.StatementException;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is created is what the model says, as the database's own catalogue has it. */
@Timeout(120)
class DefinitionsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Nested
    class OnPostgresql extends Slice {
        OnPostgresql() {
            super(TestServer.POSTGRESQL, Catalogue.POSTGRESQL, "postgresql", Annex.onPostgresql());
        }

        @Test
        void createsNothingIfOneDefinitionFails() {
            Table fine = Table.named("fine", column("id", BIGINT));
            Table broken = Table.named("broken", column("id", references("nowhere", "id", BIGINT)));
            assertThatExceptionOfType(DatabaseException.class)
                    .isThrownBy(() -> run(Metadata.of(fine, broken).createAll()));
            assertThat(catalogue()).isEmpty();
        }
    }

    @Nested
    class OnH2 extends Slice {
        OnH2() {
            super(TestServer.H2, Catalogue.H2, "h2", Annex.onH2());
        }
    }

    @Nested
    class OnMariadb extends Slice {
        OnMariadb() {
            super(TestServer.MARIADB, Catalogue.MARIADB, "mariadb", Annex.onMariadb());
        }
    }

    abstract static class Slice {
        private final Catalogue catalogue;
        private final String name;
        private final Metadata annex;
        private final TestDatabase database;
        private final Engine engine;

        Slice(TestServer server, Catalogue catalogue, String name, Metadata annex) {
            this.catalogue = catalogue;
            this.name = name;
            this.annex = annex;
            this.database = server.database();
            this.engine = Engine.create(database.url(), options -> options.poolSize(1));
        }

        @AfterEach
        void close() {
            engine.close().block(PATIENCE);
            database.close();
        }

        @Test
        void createsWhatTheModelSays() {
            assertRoundTrip(DEPOT, "depot");
        }

        @Test
        void createsWhatOnlyThisDatabaseCan() {
            assertRoundTrip(annex, "annex");
        }

        private void assertRoundTrip(Metadata model, String called) {
            run(model.createAll().strict());
            List<String> created = catalogue();
            assertThat(created).isEqualTo(expected(called));
            run(model.createAll());
            assertThat(catalogue()).isEqualTo(created);
            run(model.dropAll().strict());
            assertThat(catalogue()).isEmpty();
            run(model.dropAll());
        }

        @Test
        void failsOnWhatIsThereOrGoneIfItIsStrict() {
            run(DEPOT.createAll());
            assertThatExceptionOfType(DatabaseException.class)
                    .isThrownBy(() -> run(DEPOT.createAll().strict()));
            run(DEPOT.dropAll());
            assertThatExceptionOfType(DatabaseException.class)
                    .isThrownBy(() -> run(DEPOT.dropAll().strict()));
        }

        @Test
        void tellsOfNoRows() {
            assertThatExceptionOfType(StatementException.class)
                    .isThrownBy(
                            () -> engine.execute(DEPOT.createAll()).rowCount().block(PATIENCE))
                    .withMessage("rowCount(): a definition touches no rows; use done()");
            assertThat(catalogue()).isEmpty();
        }

        @Test
        void keepsTextsExactlyAndSendsDefaults() {
            run(DEPOT.createAll());
            run(insertInto(PARTS).values(PARTS.sku.to("a")).values(PARTS.sku.to("b")));
            var rows = list(select(PARTS.id, PARTS.label, PARTS.amount, PARTS.changedAt, PARTS.serial, PARTS.code)
                    .from(PARTS)
                    .orderBy(PARTS.serial));
            assertThat(rows).allSatisfy(row -> {
                assertThat(row.get(PARTS.label)).isEqualTo(Depot.HOSTILE);
                assertThat(row.get(PARTS.amount)).isEqualTo(1);
                assertThat(row.getOrNull(PARTS.changedAt)).isNull();
            });
            assertThat(rows).extracting(row -> row.get(PARTS.serial)).containsExactly(1000L, 1005L);
            assertThat(rows).extracting(row -> row.get(PARTS.code)).containsExactly("A", "B");
            assertThat(rows).extracting(row -> row.get(PARTS.id)).doesNotHaveDuplicates();
            run(update(PARTS).set(PARTS.amount.to(2)).where(PARTS.sku.eq("a")));
            assertThat(list(select(PARTS.sku).from(PARTS).where(PARTS.changedAt.isNotNull())))
                    .containsExactly("a");
        }

        final List<String> catalogue() {
            return catalogue.lines(engine);
        }

        final void run(Command command) {
            engine.execute(command).done().block(PATIENCE);
        }

        private <R> List<R> list(Query<R> query) {
            return engine.execute(query).list().blockOptional(PATIENCE).orElseThrow();
        }

        private List<String> expected(String called) {
            String file = "%s-%s.txt".formatted(called, name);
            try (InputStream stream = Objects.requireNonNull(DefinitionsIT.class.getResourceAsStream(file), file)) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
