package io.sluice.session;

import static io.sluice.library.Author_.AUTHOR;
import static io.sluice.library.Book_.BOOK;
import static io.sluice.library.Tag_.TAG;
import static io.sluice.mapping.Loads.joined;
import static io.sluice.mapping.Loads.selectIn;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.library.Author;
import io.sluice.mapping.Load;
import io.sluice.test.database.TestServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many statements a thousand authors with their books and tags take: as many as there are levels, whatever their number. */
class BudgetIT extends OnLibrary {

    BudgetIT() {
        super(TestServer.POSTGRESQL);
    }

    @BeforeEach
    void addAThousand() {
        run(text("INSERT INTO author (id, name) SELECT i, 'author ' || i FROM generate_series(1001, 2000) i"));
        run(
                text(
                        "INSERT INTO book (id, title, version, author_id)"
                                + " SELECT i * 100 + j, 'book ' || j, 0, i FROM generate_series(1001, 2000) i, generate_series(0, 9) j"));
        run(text("INSERT INTO book_tag (book_id, tag_id) SELECT id, 1 + id % 4 FROM book WHERE id > 1000"));
        statements.clear();
    }

    private List<Author> thousand(Load<Author, ?> load) {
        return in(session -> session.execute(
                        select(AUTHOR).where(AUTHOR.id.gt(1000L)).load(load))
                .list());
    }

    private static void assertComplete(List<Author> authors) {
        assertThat(authors).hasSize(1000).allSatisfy(author -> {
            assertThat(author.books.size()).isEqualTo(10);
            author.books.forEach(book -> assertThat(book.tags.size()).isEqualTo(1));
        });
    }

    @Test
    void bySelectInOneForEachLevel() {
        assertComplete(thousand(selectIn(AUTHOR.books).selectIn(BOOK.tags)));
        assertThat(sent()).hasSize(3);
    }

    @Test
    void byJoinsOneForAll() {
        assertComplete(thousand(joined(AUTHOR.books).joined(BOOK.tags)));
        assertThat(sent()).hasSize(1);
    }

    @Test
    void threeLevelsDeepOneForEach() {
        List<Author> authors =
                thousand(selectIn(AUTHOR.books).selectIn(BOOK.tags).selectIn(TAG.books));
        assertThat(authors.get(0).books.get(0).tags.get(0).books.size()).isGreaterThanOrEqualTo(2500);
        assertThat(sent()).hasSize(4);
    }

    @Test
    void moreOwnersThanAnArrayHolds() {
        run(text("INSERT INTO author (id, name) SELECT i, 'author ' || i FROM generate_series(10001, 61000) i"));
        statements.clear();
        List<Author> authors = in(session -> session.execute(
                        select(AUTHOR).where(AUTHOR.id.gt(10_000L)).load(selectIn(AUTHOR.books)))
                .list());
        assertThat(authors)
                .hasSize(51_000)
                .allSatisfy(author -> assertThat(author.books.isEmpty()).isTrue());
        assertThat(sent()).hasSize(3);
    }
}
