package io.sluice.sql;

import static io.sluice.schema.Columns.column;
import static io.sluice.sql.Sql.cell;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.BYTEA;
import static io.sluice.type.SqlTypes.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.Dialects;
import io.sluice.schema.Column;
import io.sluice.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InsertEachTest {
    record Person(@Nullable String name) {}

    private static final Table PEOPLE =
            Table.named("people", column("id", BIGINT), column("name", TEXT), column("photo", BYTEA));
    private static final Column<Long> ID = PEOPLE.column("id", Long.class);
    private static final Column<String> NAME = PEOPLE.column("name", String.class);
    private static final Column<byte[]> PHOTO = PEOPLE.column("photo", byte[].class);

    @Test
    void drawsKeysBeforeItInserts() {
        SqlText sql = people("a", "b").keyFrom(ID).returning(NAME).sql(Dialects.POSTGRESQL);
        assertThat(sql.text())
                .isEqualTo(
                        "WITH drawn (place, k, c0) AS (SELECT given.place, nextval(CAST((SELECT pg_get_serial_sequence($1, $2)) AS regclass)), given.c0 FROM (VALUES (0, $3), (1, $4)) AS given (place, c0)), made (k, r0) AS (INSERT INTO people (id, name) OVERRIDING SYSTEM VALUE SELECT drawn.k, drawn.c0 FROM drawn RETURNING people.id, people.name) SELECT drawn.place, made.r0 FROM made LEFT JOIN drawn ON drawn.k = made.k");
        assertThat(sql.parameters()).containsExactly("\"people\"", "id", "a", "b");
    }

    @Test
    void givesBackWhatItMatchesBy() {
        assertThat(people("a", "b")
                        .matchedBy(NAME)
                        .returning(ID)
                        .sql(Dialects.POSTGRESQL)
                        .text())
                .isEqualTo("INSERT INTO people (name) VALUES ($1), ($2) RETURNING people.name, people.id");
    }

    @Test
    void refusesWhatDoesNotTellRowsApart() {
        assertRefused(
                () -> people("a", "b").returning(ID),
                "returning(…): the order of rows does not tell which is whose; say by keyFrom(…) which key PostgreSQL counts up, or by matchedBy(…) which columns tell them apart");
        assertRefused(
                () -> people("a", "a").matchedBy(NAME).returning(ID),
                "matchedBy(…): two of the rows have the same [name]; name columns in which no two are equal");
        assertRefused(
                () -> people("a", null).matchedBy(NAME).returning(ID),
                "matchedBy(…): name of a row is NULL, which tells no rows apart; name other columns");
        assertRefused(
                () -> people("a", "b").matchedBy(ID).returning(NAME),
                "matchedBy(id): the rows do not set it; name columns that they set");
        assertRefused(
                () -> people("a", "b").matchedBy(PHOTO).returning(NAME),
                "matchedBy(photo): a value of type bytea may come back in another form, which would tell rows apart wrongly; name columns of whole numbers, text, dates, UUIDs or enums");
        assertRefused(
                () -> people("a", "b").keyFrom(ID).matchedBy(NAME),
                "matchedBy(…): it is said already what tells the rows apart; say it once");
    }

    private static InsertEach<Person> people(@Nullable String... names) {
        List<Person> people = java.util.Arrays.stream(names).map(Person::new).toList();
        return insertInto(PEOPLE).each(people, cell(NAME, Person::name));
    }

    private static void assertRefused(Runnable statement, String message) {
        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(statement::run)
                .withMessage(message);
    }
}
