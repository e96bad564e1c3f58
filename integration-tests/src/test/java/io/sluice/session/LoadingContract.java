package io.sluice.session;

import static io.sluice.library.Author_.AUTHOR;
import static io.sluice.library.Book_.BOOK;
import static io.sluice.mapping.Loads.contained;
import static io.sluice.mapping.Loads.joined;
import static io.sluice.mapping.Loads.selectIn;
import static io.sluice.mapping.Loads.subquery;
import static io.sluice.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.library.Author;
import io.sluice.library.Book;
import io.sluice.library.Book_;
import io.sluice.library.Tag;
import io.sluice.mapping.Load;
import io.sluice.mapping.NotLoadedException;
import io.sluice.sql.Row;
import io.sluice.sql.Select;
import io.sluice.test.database.TestServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What queries load with their entities, how many statements that takes, and that each way gives the same. */
abstract class LoadingContract extends OnLibrary {
    private static final Select<Author> AUTHORS_BY_ID = select(AUTHOR).orderBy(AUTHOR.id);

    LoadingContract(TestServer server) {
        super(server);
    }

    static Stream<Load<Author, Book>> waysToBooks() {
        return Stream.of(selectIn(AUTHOR.books), joined(AUTHOR.books), subquery(AUTHOR.books));
    }

    static Stream<Load<Author, Tag>> waysToTags() {
        return Stream.of(
                selectIn(AUTHOR.books).selectIn(BOOK.tags),
                selectIn(AUTHOR.books).joined(BOOK.tags),
                selectIn(AUTHOR.books).subquery(BOOK.tags),
                joined(AUTHOR.books).selectIn(BOOK.tags),
                joined(AUTHOR.books).joined(BOOK.tags),
                joined(AUTHOR.books).subquery(BOOK.tags),
                subquery(AUTHOR.books).selectIn(BOOK.tags),
                subquery(AUTHOR.books).joined(BOOK.tags),
                subquery(AUTHOR.books).subquery(BOOK.tags));
    }

    private static void assertHasBooks(Author author) {
        long n = number(author.id);
        assertThat(author.books.stream().map(book -> book.title))
                .containsExactlyElementsOf(Stream.iterate(1L, i -> i < n, i -> i + 1)
                        .map(i -> "book %d of %d".formatted(i, n))
                        .toList());
        author.books.forEach(book -> assertThat(book.author.get()).isSameAs(author));
    }

    private static void assertHasTags(Book book) {
        assertThat(book.tags.stream().map(tag -> tag.id))
                .containsExactlyInAnyOrderElementsOf(Stream.iterate(1L, i -> i <= number(book.id) % 10, i -> i + 1)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("waysToBooks")
    void givesEachOwnerItsOwn(Load<Author, Book> load) {
        List<Author> authors =
                in(session -> session.execute(AUTHORS_BY_ID.load(load)).list());
        assertThat(authors).extracting(author -> author.id).containsExactly(1L, 2L, 3L, 4L);
        authors.forEach(LoadingContract::assertHasBooks);
        assertThat(authors.get(0).books.isEmpty()).isTrue();
        int ofTheRelation = load.toString().startsWith("joined") ? 0 : 1;
        assertThat(sent()).hasSize(1 + ofTheRelation + againForWhoHasNone(load));
    }

    @ParameterizedTest
    @MethodSource("waysToTags")
    void goesOnFromWhatItReached(Load<Author, Tag> load) {
        List<Author> authors =
                in(session -> session.execute(AUTHORS_BY_ID.load(load)).list());
        authors.forEach(LoadingContract::assertHasBooks);
        authors.forEach(author -> author.books.forEach(LoadingContract::assertHasTags));
        long joins = Stream.of(load.toString().split("\\."))
                .filter(step -> step.startsWith("joined"))
                .count();
        assertThat(sent()).hasSize(3 - (int) joins + againForWhoHasNone(load));
    }

    /** Author 1 has no books; a query that was said again could have found others, so it is asked for by its key. */
    private static int againForWhoHasNone(Load<?, ?> load) {
        return load.toString().startsWith("subquery") ? 1 : 0;
    }

    @ParameterizedTest
    @MethodSource("waysToBooks")
    void countsOwnersNotRowsForALimit(Load<Author, Book> load) {
        Select<Author> some = AUTHORS_BY_ID.limit(2).offset(2).load(load);
        List<Author> authors = in(session -> session.execute(some).list());
        assertThat(authors).extracting(author -> author.id).containsExactly(3L, 4L);
        authors.forEach(LoadingContract::assertHasBooks);
    }

    /** How a relation is loaded says nothing of how many rows a query has. */
    @ParameterizedTest
    @MethodSource("waysToBooks")
    void keepsRowsThatTheUsersJoinRepeats(Load<Author, Book> load) {
        Book_ written = BOOK.as("written");
        Select<Author> repeated =
                AUTHORS_BY_ID.join(written).on(written.authorId.eq(AUTHOR.id)).load(load);
        List<Author> authors = in(session -> session.execute(repeated).list());
        assertThat(authors).extracting(author -> author.id).containsExactly(2L, 3L, 3L, 4L, 4L, 4L);
        authors.forEach(LoadingContract::assertHasBooks);
        assertThat(authors.get(3)).isSameAs(authors.get(5));
        List<Author> streamed = in(session -> session.execute(repeated).all().collectList());
        assertThat(streamed).extracting(author -> author.id).containsExactly(2L, 3L, 3L, 4L, 4L, 4L);
        List<Author> some =
                in(session -> session.execute(repeated.limit(2).offset(2)).list());
        assertThat(some).extracting(author -> author.id).containsExactly(3L, 4L);
    }

    @ParameterizedTest
    @MethodSource("waysToBooks")
    void loadsBesideAnotherEntity(Load<Author, Book> load) {
        Book_ written = BOOK.as("written");
        Select<Row> pairs = select(written, AUTHOR)
                .from(written)
                .join(AUTHOR)
                .on(written.authorId.eq(AUTHOR.id))
                .orderBy(AUTHOR.id, written.id.desc())
                .load(load);
        for (List<Row> rows : List.of(
                in(session -> session.execute(pairs).list()),
                in(session -> session.execute(pairs).all().collectList()))) {
            assertThat(rows).extracting(row -> row.get(written).id).containsExactly(21L, 32L, 31L, 43L, 42L, 41L);
            rows.forEach(row -> assertHasBooks(row.get(AUTHOR)));
            assertThat(rows.get(0).get(AUTHOR).books.get(0))
                    .isSameAs(rows.get(0).get(written));
        }
    }

    @Test
    void takesWhatTheQueryJoinedItself() {
        Select<Author> thick = AUTHORS_BY_ID
                .join(AUTHOR.books)
                .where(BOOK.title.startsWith("book 1"))
                .load(contained(AUTHOR.books));
        List<Author> authors = in(session -> session.execute(thick).list());
        assertThat(authors).extracting(author -> author.id).containsExactly(2L, 3L, 4L);
        authors.forEach(author -> assertThat(author.books.size()).isEqualTo(1));
        assertThat(sent()).hasSize(1);
    }

    @Test
    void asksForNobodyTwice() {
        List<Book> books =
                in(session -> session.execute(select(BOOK).orderBy(BOOK.id).load(selectIn(BOOK.author)))
                        .list());
        assertThat(books).hasSize(7);
        assertThat(books.get(6).author.isPresent()).isFalse();
        assertThat(books.get(6).author.getOrNull()).isNull();
        assertThat(books.get(4).author.get()).isSameAs(books.get(5).author.get());
        assertThat(sent()).hasSize(2);
    }

    @Test
    void loadsWhatIsThereAlready() {
        List<Author> authors = in(session -> session.execute(AUTHORS_BY_ID)
                .list()
                .flatMap(found -> session.load(found, AUTHOR.books))
                .flatMap(found -> session.load(found, AUTHOR.books)));
        authors.forEach(LoadingContract::assertHasBooks);
        assertThat(sent()).hasSize(2);
    }

    @Test
    void readsColumnsThatAreLeftOutWhenAsked() {
        Book bare = in(session -> session.get(BOOK, 21L));
        assertThatThrownBy(bare.summary::get)
                .isInstanceOf(NotLoadedException.class)
                .hasMessage(
                        "Book.summary of Book#21 is not loaded; add .load(columns(BOOK, BOOK.summary)) to the query, or session.load(book, BOOK.summary)");
        Book asked = in(session -> session.get(BOOK, 21L).flatMap(book -> session.load(book, BOOK.summary)));
        assertThat(asked.summary.get()).isEqualTo("summary 21");
        Author author =
                in(session -> session.get(AUTHOR, 3L, selectIn(AUTHOR.books).columns(BOOK.summary)));
        assertThat(author.books.get(1).summary.get()).isEqualTo("summary 32");
    }

    @Test
    void raisesForWhatWasNotLoaded() {
        Author author = in(session -> session.get(AUTHOR, 2L));
        assertThatThrownBy(author.books::size)
                .isInstanceOf(NotLoadedException.class)
                .hasMessage(
                        "Author.books of Author#2 is not loaded; add .load(selectIn(AUTHOR.books)) to the query, or session.load(author, AUTHOR.books)");
        assertThat(author.books).hasToString("not loaded");
    }
}
