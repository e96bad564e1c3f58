package io.sluice.schema;

import static io.sluice.schema.Columns.column;
import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.sql.StatementException;
import io.sluice.type.SqlType;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Table authors = Table.named("authors", column("id", BIGINT, primaryKey()), column("name", TEXT));

    @Test
    void knowsItsColumns() {
        assertThat(authors.columns()).extracting(Column::name).containsExactly("id", "name");
        assertThat(authors.primaryKeyColumns()).extracting(Column::name).containsExactly("id");
        assertThat(authors.column("id", Long.class).isNullable()).isFalse();
        assertThat(authors.column("name", String.class).isNullable()).isTrue();
        assertThat(authors).hasToString("authors");
    }

    @Test
    void isTheSameUnderAnAliasOrInAnotherSchema() {
        assertThat(authors.as("a")).hasToString("authors AS a");
        assertThat(authors.inSchema("s")).hasToString("s.authors");
        var name = authors.column("name", String.class);
        assertThat(authors.inSchema("s").column(name))
                .hasToString("s.authors.name")
                .isNotEqualTo(name);
        assertThat(Table.named("authors", column("name", TEXT)).column("name", String.class))
                .isEqualTo(name);
    }

    @Test
    void takesTheTypeOfAForeignKeyFromItsTarget() {
        var id = authors.column("id", Long.class);
        class Books extends Table {
            final Column<Long> authorId = column("author_id", references(() -> id), notNull());

            Books() {
                super(TableName.of("books"));
            }
        }
        var books = new Books();
        assertThat(books.authorId.type()).isEqualTo(BIGINT);
        assertThat(books.foreignKeys()).hasSize(1);
        assertThat(Metadata.of(books, authors).tables()).containsExactly(authors, books);
    }

    @Test
    void refusesColumnsThatCannotBe() {
        assertRefused(() -> Table.named("t", column("a", TEXT), column("a", TEXT)), "table t has two columns named a");
        assertRefused(
                () -> new Unready(null),
                "column c has no type: a constant declared below the table's own is still null here; declare it above, or in a class of its own");
        assertRefused(
                () -> column("", TEXT), "a column's name must not be null or empty, nor contain the character NUL");
        assertRefused(
                () -> authors.column(Table.named("t", column("name", BIGINT)).column("name", Long.class)),
                "authors.name is text, not bigint as t.name");
    }

    @Test
    void isClosedOnceAStatementUsesIt() {
        class Late extends Table {
            Late() {
                super(TableName.of("late"));
                column("a", TEXT);
            }

            void grow() {
                column("b", TEXT);
            }
        }
        var late = new Late();
        assertThat(late.resultItems()).hasSize(1);
        assertRefused(
                late::grow,
                "table late: column(\"b\") comes too late, statements use the table already; declare it in the constructor");
    }

    @Test
    void refusesAForeignKeyThatDoesNotPairUp() {
        var id = authors.column("id", Long.class);
        class Odd extends Table {
            Odd() {
                super(TableName.of("odd"));
                foreignKey(List.of(column("a", BIGINT), column("b", INTEGER)), () -> List.of(id));
            }
        }
        assertRefused(
                () -> new Odd().foreignKeys(),
                "foreign key [odd.a, odd.b]: it has 2 columns and its target 1; they must pair up");
    }

    @Test
    void isFoundByItsNameInMetadata() {
        assertThat(Metadata.of(authors).table("authors")).isSameAs(authors);
        assertRefused(() -> Metadata.of(authors, authors), "metadata has two tables named authors");
        assertRefused(() -> Metadata.of(authors.as("a")), "metadata holds tables, and authors AS a is an alias of one");
        assertRefused(
                () -> Metadata.of(authors).table("books"),
                "there is no table books in this metadata; it has [authors]");
    }

    private static final class Unready extends Table {
        Unready(@Nullable SqlType<String> type) {
            super(TableName.of("unready"));
            column("c", type);
        }
    }

    private static void assertRefused(ThrowingCallable builds, String message) {
        assertThatExceptionOfType(StatementException.class).isThrownBy(builds).withMessage(message);
    }
}
