package io.sluice.dialect;

import static io.sluice.schema.Columns.collation;
import static io.sluice.schema.Columns.column;
import static io.sluice.schema.Columns.comment;
import static io.sluice.schema.Columns.computed;
import static io.sluice.schema.Columns.computedWhenRead;
import static io.sluice.schema.Columns.generatedAlways;
import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.schema.Columns.serverDefault;
import static io.sluice.sql.Functions.lower;
import static io.sluice.sql.Sql.exists;
import static io.sluice.sql.Sql.param;
import static io.sluice.sql.Sql.select;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.DATE;
import static io.sluice.type.SqlTypes.DOUBLE;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.Dialects;
import io.sluice.schema.Check;
import io.sluice.schema.Column;
import io.sluice.schema.ColumnDefinition;
import io.sluice.schema.Definition;
import io.sluice.schema.Index;
import io.sluice.schema.Metadata;
import io.sluice.schema.Partitioning;
import io.sluice.schema.Schema;
import io.sluice.schema.Sequence;
import io.sluice.schema.Table;
import io.sluice.schema.TablePart;
import io.sluice.schema.View;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.ReferentialAction;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** What a database cannot define is refused with its name, the feature and a way round. */
class DefinitionRefusalTest {
    private static final Table NOTES = Table.named("notes", column("id", BIGINT, primaryKey()), column("body", TEXT));
    private static final Column<Long> ID = NOTES.column("id", Long.class);
    private static final Column<String> BODY = NOTES.column("body", String.class);
    private static final Index PARTIAL = Index.on(BODY).where(BODY.isNotNull()).named("some");
    private static final Index EXPRESSION = Index.on(lower(BODY)).named("small");

    @Test
    void partialIndexes() {
        refuses(
                Dialects.H2,
                NOTES.createIndex(PARTIAL),
                "H2 cannot say an index of some rows only (some); index all rows; for a unique one, a column that is computed(…) as NULL for the others");
        refuses(
                Dialects.MARIADB,
                NOTES.createIndex(PARTIAL),
                "MariaDB cannot say an index of some rows only (some); index all rows; for a unique one, a column that is computed(…) as NULL for the others");
        refuses(
                Dialects.MYSQL,
                with(PARTIAL),
                "MySQL cannot say an index of some rows only (some); index all rows; for a unique one, a column that is computed(…) as NULL for the others");
    }

    @Test
    void indexesOverExpressions() {
        refuses(
                Dialects.H2,
                with(EXPRESSION),
                "H2 cannot say an index over an expression (small); index a column that is computed(…) from it");
        refuses(
                Dialects.MARIADB,
                with(EXPRESSION),
                "MariaDB cannot say an index over an expression (small); index a column that is computed(…) from it");
    }

    @Test
    void indexesByMethodsOfOtherDatabases() {
        refuses(
                Dialects.H2,
                with(Index.on(BODY).using("gin")),
                "H2 cannot say an index by the method gin; leave using(…) out");
        refuses(
                Dialects.MARIADB,
                with(Index.on(BODY).using("gin")),
                "MariaDB cannot say an index by the method gin; use btree, hash, fulltext or spatial");
        refuses(
                Dialects.MARIADB,
                with(Index.on(BODY.asc().nullsFirst())),
                "MariaDB cannot say where NULL stands in an index; leave nullsFirst() and nullsLast() out");
    }

    @Test
    void keysThatCanBeDeferred() {
        var deferred = column("other", references("notes", "id", BIGINT).initiallyDeferred());
        refuses(
                Dialects.H2,
                of(deferred),
                "H2 cannot say a foreign key that can be deferred; leave that out, and write rows after those they refer to");
        refuses(
                Dialects.MARIADB,
                of(deferred),
                "MariaDB cannot say a foreign key that can be deferred; leave that out, and write rows after those they refer to");
        var toDefault = column("other", references("notes", "id", BIGINT).onDelete(ReferentialAction.SET_DEFAULT));
        refuses(
                Dialects.MARIADB,
                of(toDefault),
                "MariaDB cannot say ON DELETE SET DEFAULT; use SET_NULL, or set it in a statement of its own");
    }

    @Test
    void columnsOfOtherDatabases() {
        refuses(
                Dialects.MARIADB,
                of(column("id", BIGINT, generatedAlways())),
                "MariaDB cannot say a generated key that nobody else may give; use generated()");
        refuses(
                Dialects.H2,
                of(column("a", TEXT, collation("C"))),
                "H2 cannot say the collation of a column; set that of the database with SET COLLATION before any table");
        var virtual = column("a", TEXT, computedWhenRead(lower(BODY)));
        refuses(
                Dialects.POSTGRESQL,
                of(virtual),
                "PostgreSQL cannot say a column that is computed when it is read (notes.a); store it with computed(…), or compute it in a view");
        refuses(
                Dialects.H2,
                of(virtual),
                "H2 cannot say a column that is computed when it is read (notes.a); store it with computed(…), or compute it in a view");
        refuses(
                Dialects.MARIADB,
                of(column("a", TEXT, computed(lower(BODY)), notNull())),
                "MariaDB cannot say NOT NULL of a computed column (notes.a); leave notNull() out; compute it by coalesce(…) if it may not be NULL");
        refuses(
                Dialects.MARIADB,
                of(column("a", TEXT, comment("C:\\"))),
                "MariaDB cannot say a comment with a backslash that stays the same in every sql_mode; write it without backslashes");
    }

    @Test
    void partitions() {
        Table events = Table.named("events", column("at", DATE));
        var byRange = Partitioning.byRange(events.column("at", LocalDate.class));
        LocalDate day = LocalDate.of(2025, 1, 1);
        refuses(
                Dialects.H2,
                events.with(byRange).create(),
                "H2 cannot say a partitioned table; keep one table, with an index over what would have been its partitions");
        refuses(
                Dialects.MARIADB,
                events.with(byRange.partition("p", day, null)).create(),
                "MariaDB cannot say a range with a gap before it (p); begin the first with null, and each other one where the one before it ends");
        refuses(
                Dialects.MARIADB,
                events.with(byRange.rest("p")).create(),
                "MariaDB cannot say a rest of ranges (p); leave rest(…) out, and end the last range with null");
    }

    @Test
    void schemasThatAreDatabases() {
        refuses(
                Dialects.MARIADB,
                Schema.of("s").drop(),
                "MariaDB cannot say DROP SCHEMA only if it is empty (s); leave the schema out of the metadata, and say dropWithContents() if all of it may go");
    }

    @Test
    void whatMysqlLacks() {
        var sequence = Sequence.of("s");
        refuses(Dialects.MYSQL, sequence.create(), "MySQL cannot say a sequence; use generated() columns");
        refuses(Dialects.MYSQL, sequence.drop(), "MySQL cannot say a sequence; use generated() columns");
        refuses(
                Dialects.MYSQL,
                of(column("n", BIGINT, serverDefault(sequence.next()))),
                "MySQL cannot say a sequence; use generated() columns");
        refuses(
                Dialects.MYSQL,
                NOTES.createIndex(Index.on(ID)).ifNeeded(),
                "MySQL cannot say CREATE INDEX IF NOT EXISTS; say strict(), and run it only where that is needed");
        refuses(
                Dialects.MYSQL,
                NOTES.dropIndex(Index.on(ID)).ifNeeded(),
                "MySQL cannot say DROP INDEX IF EXISTS; say strict(), and run it only where that is needed");
        refuses(
                Dialects.MYSQL,
                Metadata.of(NOTES, View.of("v", select(ID).from(NOTES))).createAll(),
                "MySQL cannot say CREATE VIEW IF NOT EXISTS; say strict(), and run it only where that is needed");
        var left = Table.named("l", column("r", references("r", "l", BIGINT)));
        var right = Table.named("r", column("l", references("l", "r", BIGINT)));
        refuses(
                Dialects.MYSQL,
                Metadata.of(left, right).createAll(),
                "MySQL cannot say a foreign key between tables that refer to each other unless it is there; say strict(), and run it only where that is needed");
        refuses(
                Dialects.MYSQL,
                Metadata.of(left, right).dropAll(),
                "MySQL cannot say DROP FOREIGN KEY IF EXISTS; say strict(), and run it only where that is needed");
    }

    @Test
    void valuesThatHaveNoLiteral() {
        refuses(
                Dialects.MARIADB,
                of(column("a", DOUBLE, serverDefault(Double.NaN))),
                "MariaDB has no number NaN; use NULL, or the largest one");
        refuses(
                Dialects.H2,
                of(column("a", DATE, serverDefault(LocalDate.MAX))),
                "a date of the year 999999999 has no place in a definition; dates from 1 to 9999 have");
        refuses(
                Dialects.H2,
                of(column("a", TIMESTAMP, serverDefault(LocalDateTime.of(2024, 1, 1, 0, 0, 0, 1)))),
                "a time with nanoseconds has no place in a definition, for databases keep microseconds; truncate it");
        refuses(
                Dialects.H2,
                of(column("a", TEXT, serverDefault("\0"))),
                "a text in a definition has the character NUL, which no database keeps");
        refuses(
                Dialects.H2,
                of(column("a", TEXT, serverDefault(param("p", TEXT)))),
                "param(\"p\") has no value where something is defined; use value(…)");
    }

    @Test
    void expressionsThatSeeTooMuch() {
        Table others = Table.named("others", column("id", BIGINT));
        Column<Long> other = others.column("id", Long.class);
        refuses(
                Dialects.POSTGRESQL,
                with(Check.of(ID.eq(other)).named("c")),
                "check c names others.id, and sees the columns of notes only");
        refuses(
                Dialects.POSTGRESQL,
                with(Index.on(other).named("i")),
                "index i names others.id, and sees the columns of notes only");
        refuses(
                Dialects.POSTGRESQL,
                with(Check.of(exists(select(ID).from(NOTES))).named("c")),
                "check c holds a query, and may hold values and columns only");
        refuses(
                Dialects.POSTGRESQL,
                of(column("a", BIGINT, serverDefault(ID))),
                "the default of notes.a names the column id, and no default sees a row; declare the column computed(…) instead");
    }

    private static Definition with(TablePart part) {
        return NOTES.with(part).create();
    }

    private static Definition of(ColumnDefinition<?> column) {
        return Table.named("notes", column("body", TEXT), column).create();
    }

    private static void refuses(Dialect dialect, Definition definition, String message) {
        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> definition.texts(dialect))
                .withMessage(message);
    }
}
