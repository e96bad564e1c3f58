package io.sluice.engine;

import static io.sluice.engine.Shelves.AUTHORS;
import static io.sluice.engine.Shelves.MODEL;
import static io.sluice.engine.Shelves.VOLUMES;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.text;
import static io.sluice.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.EngineEvent.StatementEnded;
import io.sluice.schema.Column;
import io.sluice.schema.Constraint;
import io.sluice.schema.DeclaredConstraint;
import io.sluice.schema.Metadata;
import io.sluice.schema.NamingConvention;
import io.sluice.schema.PrimaryKey;
import io.sluice.sql.ColumnValue;
import io.sluice.sql.Command;
import io.sluice.sql.Insert;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The constraint that was violated, as the object that declared it. */
@Timeout(60)
class ConstraintsIT {

    @Nested
    class OnPostgresql extends Declared {
        OnPostgresql() {
            super(TestServer.POSTGRESQL);
        }
    }

    @Nested
    class OnH2 extends Declared {
        OnH2() {
            super(TestServer.H2);
        }
    }

    @Nested
    class OnMariadb extends Declared {
        OnMariadb() {
            super(TestServer.MARIADB);
        }
    }

    abstract static class Declared {
        private static final NamingConvention OTHER = new NamingConvention(
                "{table}_has_a_primary_key",
                "{table}_{columns}_refers_to_{target}",
                "{table}_{columns}_are_there_once",
                "{table}_holds_{number}",
                "{table}_{columns}_index");

        private final TestDatabase database;
        private Engine engine;
        private final List<StatementEnded> events = new CopyOnWriteArrayList<>();

        Declared(TestServer server) {
            database = server.database();
            engine = engine(MODEL);
        }

        private Engine engine(Metadata model) {
            return Engine.create(
                    database.url(), options -> options.metadata(model).listen(StatementEnded.class, events::add));
        }

        @AfterEach
        void close() {
            engine.close().block(OnDatabase.SOON);
            database.close();
        }

        private void create(Metadata model) {
            engine.close().block(OnDatabase.SOON);
            engine = engine(model);
            run(model.createAll());
            fill();
        }

        private void fill() {
            run(insertInto(AUTHORS).values(AUTHORS.id.to(1), AUTHORS.email.to("ada@x.org")));
            run(volume(1, 1, "Notes", VOLUMES.pages.to(10), VOLUMES.price.to(20)));
        }

        private static Insert volume(int place, int author, String title, ColumnValue... more) {
            List<ColumnValue> values = new ArrayList<>(List.of(
                    VOLUMES.shelf.to(1),
                    VOLUMES.place.to(place),
                    VOLUMES.authorId.to(author),
                    VOLUMES.title.to(title)));
            values.addAll(List.of(more));
            return insertInto(VOLUMES).values(values.toArray(ColumnValue[]::new));
        }

        private void run(Command command) {
            engine.execute(command).done().block(OnDatabase.SOON);
        }

        private <E extends ConstraintViolationException> E failure(Class<E> type, Command command) {
            Throwable error = ErrorsIT.Failures.errorOf(engine.execute(command).rowCount());
            assertThat(error).isInstanceOf(type);
            return type.cast(error);
        }

        private void assertDeclared(
                Class<? extends ConstraintViolationException> type,
                Command command,
                Constraint declaration,
                Column<?>... columns) {
            DeclaredConstraint declared = failure(type, command).declared().orElseThrow();

            assertThat(declared.declaration()).isSameAs(declaration);
            assertThat(declared.columns()).isEqualTo(List.of(columns));
            var told = events.get(events.size() - 1).error();
            assertThat(((ConstraintViolationException) Objects.requireNonNull(told)).declared())
                    .contains(declared);
        }

        @Test
        void isFoundUnderTheNamesOfAConvention() {
            create(MODEL);
            assertFound();
        }

        @Test
        void isFoundUnderTheNamesOfAnotherConvention() {
            create(MODEL.naming(OTHER));
            assertFound();
        }

        private void assertFound() {
            assertDeclared(
                    UniqueViolationException.class,
                    insertInto(AUTHORS).values(AUTHORS.id.to(1), AUTHORS.email.to("x")),
                    AUTHORS.id,
                    AUTHORS.id);
            assertDeclared(
                    UniqueViolationException.class,
                    insertInto(AUTHORS).values(AUTHORS.id.to(2), AUTHORS.email.to("ada@x.org")),
                    AUTHORS.email,
                    AUTHORS.email);
            assertDeclared(
                    ForeignKeyViolationException.class,
                    update(AUTHORS).set(AUTHORS.mentorId.to(99)).where(AUTHORS.id.eq(1)),
                    AUTHORS.mentorId,
                    AUTHORS.mentorId);
            assertDeclared(ForeignKeyViolationException.class, volume(2, 99, "x"), VOLUMES.author, VOLUMES.authorId);
            assertDeclared(
                    ForeignKeyViolationException.class,
                    deleteFrom(AUTHORS).where(AUTHORS.id.eq(1)),
                    VOLUMES.author,
                    VOLUMES.authorId);
            assertDeclared(
                    UniqueViolationException.class,
                    volume(2, 1, "Notes"),
                    VOLUMES.titleOfAuthor,
                    VOLUMES.authorId,
                    VOLUMES.title);
            assertDeclared(
                    UniqueViolationException.class,
                    volume(2, 1, "More", VOLUMES.pages.to(10), VOLUMES.price.to(20)),
                    VOLUMES.priceOfPages,
                    VOLUMES.pages,
                    VOLUMES.price);
            assertDeclared(
                    CheckViolationException.class,
                    update(VOLUMES).set(VOLUMES.pages.to(-1)).where(VOLUMES.place.eq(1)),
                    VOLUMES.pagesCount);
            assertDeclared(
                    CheckViolationException.class,
                    update(VOLUMES).set(VOLUMES.price.to(-1)).where(VOLUMES.place.eq(1)),
                    VOLUMES.priceCounts);
            assertDeclared(
                    NotNullViolationException.class,
                    insertInto(AUTHORS).values(AUTHORS.id.to(3)),
                    AUTHORS.email,
                    AUTHORS.email);
            DeclaredConstraint key = failure(UniqueViolationException.class, volume(1, 1, "Other"))
                    .declared()
                    .orElseThrow();
            assertThat(key.declaration()).isInstanceOf(PrimaryKey.class);
            assertThat(key.columns()).isEqualTo(List.of(VOLUMES.shelf, VOLUMES.place));
        }

        @Test
        void isFoundByItsColumnsWhereTheDatabaseHasNamedIt() {
            run(text("CREATE TABLE shelf_authors (id INTEGER NOT NULL PRIMARY KEY, email VARCHAR(60) NOT NULL UNIQUE,"
                    + " mentor_id INTEGER, FOREIGN KEY (mentor_id) REFERENCES shelf_authors (id))"));
            run(insertInto(AUTHORS).values(AUTHORS.id.to(1), AUTHORS.email.to("ada@x.org")));

            assertDeclared(
                    UniqueViolationException.class,
                    insertInto(AUTHORS).values(AUTHORS.id.to(1), AUTHORS.email.to("x")),
                    AUTHORS.id,
                    AUTHORS.id);
            assertDeclared(
                    UniqueViolationException.class,
                    insertInto(AUTHORS).values(AUTHORS.id.to(2), AUTHORS.email.to("ada@x.org")),
                    AUTHORS.email,
                    AUTHORS.email);
            assertDeclared(
                    ForeignKeyViolationException.class,
                    insertInto(AUTHORS).values(AUTHORS.id.to(2), AUTHORS.email.to("x"), AUTHORS.mentorId.to(7)),
                    AUTHORS.mentorId,
                    AUTHORS.mentorId);
        }

        @Test
        void isNotGuessed() {
            run(text("CREATE TABLE shelf_authors (id INTEGER NOT NULL PRIMARY KEY, email VARCHAR(60) NOT NULL,"
                    + " mentor_id INTEGER, UNIQUE (mentor_id))"));
            Insert twice = insertInto(AUTHORS)
                    .values(AUTHORS.id.to(1), AUTHORS.email.to("a"), AUTHORS.mentorId.to(1))
                    .values(AUTHORS.id.to(2), AUTHORS.email.to("b"), AUTHORS.mentorId.to(1));

            assertThat(failure(UniqueViolationException.class, twice).declared())
                    .isEmpty();
        }

        @Test
        void isUnknownWithoutMetadata() {
            create(MODEL);
            Engine without = Engine.create(database.url());
            Throwable error = ErrorsIT.Failures.errorOf(
                    without.execute(insertInto(AUTHORS).values(AUTHORS.id.to(1), AUTHORS.email.to("x")))
                            .rowCount());

            assertThat(((ConstraintViolationException) error).declared()).isEmpty();
            without.close().block(OnDatabase.SOON);
        }
    }
}
