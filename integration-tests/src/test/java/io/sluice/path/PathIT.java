package io.sluice.path;

import static io.sluice.schema.Columns.column;
import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.sql.Sql.select;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.Engine;
import io.sluice.schema.Column;
import io.sluice.schema.Path;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import io.sluice.sql.Query;
import io.sluice.test.database.Template;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Paths over a table between two, and over one table several times, on each database. */
@Timeout(60)
class PathIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Books BOOK = new Books();
    private static final Tags TAG = new Tags();
    private static final Table BOOK_TAG = Table.named(
            "book_tag",
            column("book_id", BIGINT, references(() -> BOOK.id)),
            column("tag_id", BIGINT, references(() -> TAG.id)));
    private static final Employees EMPLOYEE = new Employees(TableName.of("employee"));

    private static final Template TEMPLATE = Template.of(
            "CREATE TABLE book (id BIGINT PRIMARY KEY, title VARCHAR(20) NOT NULL)",
            "CREATE TABLE tag (id BIGINT PRIMARY KEY, name VARCHAR(20) NOT NULL)",
            "CREATE TABLE book_tag (book_id BIGINT NOT NULL, tag_id BIGINT NOT NULL)",
            "CREATE TABLE employee (id BIGINT PRIMARY KEY, name VARCHAR(20) NOT NULL, manager_id BIGINT)",
            "INSERT INTO book VALUES (1, 'Notes'), (2, 'Sketch'), (3, 'Bare')",
            "INSERT INTO tag VALUES (1, 'old'), (2, 'dear')",
            "INSERT INTO book_tag VALUES (1, 1), (1, 2), (2, 1)",
            "INSERT INTO employee VALUES (1, 'Ada', NULL), (2, 'Bo', 1), (3, 'Cy', 2), (4, 'Di', 2)");

    record Tagged(String title, @Nullable String tag) {}

    record Line(
            String name, @Nullable String boss, @Nullable String top) {}

    @ParameterizedTest
    @EnumSource(TestServer.class)
    void findsWhatLiesOnTheOtherSideOfATable(TestServer server) {
        Path tags = Path.from(BOOK).to(BOOK_TAG).to(TAG);
        var tagged = select(BOOK.title, TAG.name).as(Tagged::new).from(BOOK);

        assertGives(
                server,
                tagged.join(tags).orderBy(BOOK.title.asc(), TAG.name.asc()),
                new Tagged("Notes", "dear"),
                new Tagged("Notes", "old"),
                new Tagged("Sketch", "old"));
        assertGives(
                server,
                tagged.leftJoin(tags).where(BOOK.id.ne(1L)).orderBy(BOOK.title.asc()),
                new Tagged("Bare", null),
                new Tagged("Sketch", "old"));
    }

    @ParameterizedTest
    @EnumSource(TestServer.class)
    void climbsOneTableByAliases(TestServer server) {
        Employees boss = EMPLOYEE.as("boss");
        Employees top = EMPLOYEE.as("top");
        Path up = Path.from(EMPLOYEE).to(boss, EMPLOYEE.managerId).to(top, boss.managerId);
        var line = select(EMPLOYEE.name, boss.name, top.name).as(Line::new).from(EMPLOYEE);

        assertGives(
                server,
                line.join(up).orderBy(EMPLOYEE.name.asc()),
                new Line("Cy", "Bo", "Ada"),
                new Line("Di", "Bo", "Ada"));
        assertGives(
                server,
                line.leftJoin(up).orderBy(EMPLOYEE.name.asc()).limit(2),
                new Line("Ada", null, null),
                new Line("Bo", "Ada", null));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private static <R> void assertGives(TestServer server, Query<R> query, R... expected) {
        try (TestDatabase database = server.database(TEMPLATE)) {
            Engine engine = Engine.create(database.url());
            List<R> rows = engine.execute(query).list().block(PATIENCE);
            engine.close().block(PATIENCE);
            assertThat(rows).containsExactly(expected);
        }
    }

    private static final class Books extends Table {
        final Column<Long> id = column("id", BIGINT, primaryKey());
        final Column<String> title = column("title", varchar(20), notNull());

        private Books() {
            super(TableName.of("book"));
        }
    }

    private static final class Tags extends Table {
        final Column<Long> id = column("id", BIGINT, primaryKey());
        final Column<String> name = column("name", varchar(20), notNull());

        private Tags() {
            super(TableName.of("tag"));
        }
    }

    private static final class Employees extends Table {
        final Column<Long> id = column("id", BIGINT, primaryKey());
        final Column<String> name = column("name", varchar(20), notNull());
        final Column<Long> managerId = column("manager_id", references(() -> EMPLOYEE.id));

        private Employees(TableName name) {
            super(name);
        }

        @Override
        public Employees as(String alias) {
            return new Employees(tableName().as(alias));
        }
    }
}
