package io.sluice.session;

import static io.sluice.library.Author_.AUTHOR;
import static io.sluice.library.Book_.BOOK;
import static io.sluice.mapping.Loads.contained;
import static io.sluice.mapping.Loads.joined;
import static io.sluice.mapping.Loads.selectIn;
import static io.sluice.session.Window.window;
import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.template;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.WindowFunctions.partitionBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.OverlapException;
import io.sluice.engine.Page;
import io.sluice.engine.RowCountException;
import io.sluice.library.Author;
import io.sluice.library.Book;
import io.sluice.library.Book_;
import io.sluice.library.Tag;
import io.sluice.mapping.NotLoadedException;
import io.sluice.sql.Compound;
import io.sluice.sql.Expression;
import io.sluice.sql.Row;
import io.sluice.sql.Select;
import io.sluice.sql.StatementException;
import io.sluice.test.database.TestServer;
import io.sluice.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What a session is besides what it loads: who is who in it, who may use it, and what it streams. */
class SessionIT extends OnLibrary {

    SessionIT() {
        super(TestServer.POSTGRESQL);
    }

    @Test
    void hasOneObjectForOneKey() {
        List<Book> both = in(session -> session.get(BOOK, 21L)
                .flatMap(first -> session.execute(select(BOOK).where(BOOK.pages.eq(200)))
                        .one()
                        .map(second -> List.of(first, second))));
        assertThat(both.get(0)).isSameAs(both.get(1));
    }

    @Test
    void asksTheDatabaseOnlyForWhomItDoesNotKnow() {
        in(session -> session.get(BOOK, 21L).flatMap(book -> session.get(BOOK, 21L)));
        assertThat(sent()).hasSize(1);
    }

    @Test
    void givesNothingForAKeyThatNobodyHas() {
        assertThat(sessions.inTransaction(session -> session.get(BOOK, 4711L)).blockOptional(SOON))
                .isEmpty();
    }

    @Test
    void doesNotReadOverWhatWasChanged() {
        Book book = in(session -> session.get(BOOK, 21L).flatMap(found -> {
            found.title = "changed here";
            return session.execute(select(BOOK).where(BOOK.id.eq(21L))).one();
        }));
        assertThat(book.title).isEqualTo("changed here");
    }

    @Test
    void givesTheSameEntitiesInRowsAndRecords() {
        record Counted(Author author, long books) {}
        Row row = in(session -> session.execute(
                        select(AUTHOR, BOOK).from(AUTHOR).join(AUTHOR.books).where(AUTHOR.id.eq(2L)))
                .one());
        assertThat(row.get(AUTHOR).name).isEqualTo("author 2");
        assertThat(row.get(BOOK).title).isEqualTo("book 1 of 2");
        assertThat(row.get(BOOK.id)).isEqualTo(21L);
        assertThat(row.size()).isEqualTo(7);
        List<Counted> counted =
                in(session -> session.execute(select(AUTHOR, count(BOOK.id).as("n"))
                                .as(Counted.class)
                                .from(AUTHOR)
                                .leftJoin(AUTHOR.books)
                                .groupBy(AUTHOR.id)
                                .orderBy(AUTHOR.id)
                                .load(joined(AUTHOR.books)))
                        .list());
        assertThat(counted).extracting(Counted::books).containsExactly(0L, 1L, 2L, 3L);
        assertThat(counted)
                .allSatisfy(each -> assertThat(each.author().books.size()).isEqualTo((int) each.books()));
    }

    @Test
    void readsAnOuterJoinThatFoundNobody() {
        List<Row> rows = in(session -> session.execute(select(BOOK, AUTHOR)
                        .from(BOOK)
                        .leftJoin(BOOK.author)
                        .orderBy(BOOK.id.desc())
                        .limit(2))
                .list());
        assertThat(rows.get(0).getOrNull(AUTHOR)).isNull();
        assertThat(rows.get(1).get(AUTHOR).id).isEqualTo(4L);
    }

    @Test
    void findsItsWayAlongARelationUnderAnAlias() {
        Book_ other = BOOK.as("other");
        List<Author> authors = in(session -> session.execute(select(AUTHOR)
                        .join(AUTHOR.books.to(other))
                        .where(other.title.eq("book 3 of 4"))
                        .load(selectIn(AUTHOR.books)))
                .list());
        assertThat(authors)
                .singleElement()
                .satisfies(author -> assertThat(author.books.size()).isEqualTo(3));
    }

    @Test
    void knowsTheKeyOfWhatItDidNotLoad() {
        Book book = in(session -> session.get(BOOK, 21L));
        assertThat(book.author.key()).isEqualTo(2L);
        assertThat(AUTHOR.keyOf(book.author)).isEqualTo(2L);
        assertThat(book.author.isPresent()).isTrue();
        assertThat(book.author.isLoaded()).isFalse();
        assertThatThrownBy(book.author::get)
                .isInstanceOf(NotLoadedException.class)
                .hasMessageStartingWith("Book.author of Book#21 is not loaded; add .load(selectIn(BOOK.author))");
    }

    @Test
    void refersToAnEntityWithoutReadingIt() {
        Book book = in(session -> session.get(BOOK, 21L).map(found -> {
            found.author.set(session.reference(AUTHOR, 3L));
            return found;
        }));
        assertThat(book.author.key()).isEqualTo(3L);
        assertThat(book.author.isLoaded()).isFalse();
        assertThat(sent()).hasSize(1);
    }

    @Test
    void keepsBothSidesInStep() {
        List<Author> authors = in(session -> session.execute(select(AUTHOR)
                        .orderBy(AUTHOR.id)
                        .load(selectIn(AUTHOR.books).selectIn(BOOK.tags).selectIn(io.sluice.library.Tag_.TAG.books)))
                .list());
        Author first = authors.get(0);
        Book book = authors.get(3).books.get(0);
        first.books.add(book);
        assertThat(book.author.get()).isSameAs(first);
        assertThat(authors.get(3).books.contains(book)).isFalse();
        book.author.set(authors.get(1));
        assertThat(first.books.isEmpty()).isTrue();
        assertThat(authors.get(1).books.contains(book)).isTrue();
        authors.get(1).books.remove(book);
        assertThat(book.author.getOrNull()).isNull();
        Tag tag = book.tags.get(0);
        book.tags.remove(tag);
        assertThat(tag.books.contains(book)).isFalse();
        tag.books.add(book);
        assertThat(book.tags.contains(tag)).isTrue();
    }

    @Test
    void remembersWhatIsAddedToWhatIsNotLoaded() {
        Author author = in(session -> session.get(AUTHOR, 3L)
                .flatMap(found -> session.get(BOOK, 99L).flatMap(book -> {
                    found.books.add(book);
                    return session.load(found, AUTHOR.books);
                })));
        assertThat(author.books.stream().map(book -> book.id)).containsExactly(31L, 32L, 99L);
        assertThat(author.books.get(2).author.get()).isSameAs(author);
    }

    /** So that what comes after it does come while it is under way. */
    private static final Expression<Boolean> SLOWLY = template("(SELECT pg_sleep(0.5)) IS NOT NULL", SqlTypes.BOOLEAN);

    @Test
    void refusesASecondCallWhileOneIsUnderWay() {
        Mono<List<Author>> twice = sessions.inTransaction(session -> Mono.zip(
                        session.execute(select(AUTHOR).where(SLOWLY)).list(), session.get(BOOK, 21L))
                .map(both -> both.getT1()));
        StepVerifier.create(twice)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(OverlapException.class)
                        .hasMessageContaining("while it is at list() of SELECT author.id"))
                .verify(SOON);
    }

    @Test
    void streamsGraphsInWindowsAndForgetsThem() {
        List<Integer> known = new ArrayList<>();
        Flux<Author> all = sessions.streamInTransaction(session -> session.stream(
                        select(AUTHOR).orderBy(AUTHOR.id).load(selectIn(AUTHOR.books)), window(2))
                .doOnNext(author -> known.add(session.core().identities().size())));
        StepVerifier.create(all.map(author -> author.books.size()))
                .expectNext(0, 1, 2, 3)
                .expectComplete()
                .verify(SOON);
        assertThat(known).containsExactly(3, 3, 10, 10);
        assertThat(sent()).hasSize(3);
    }

    @Test
    void doesNotCutACollectionBetweenTwoWindows() {
        Flux<Author> all = sessions.streamInTransaction(
                session -> session.stream(select(AUTHOR).load(joined(AUTHOR.books)), window(1)));
        StepVerifier.create(all.map(author -> author.books.size()))
                .expectNext(0, 1, 2, 3)
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void servesCallsBetweenTheWindowsOfAStream() {
        Flux<String> names = sessions.streamInTransaction(
                session -> session.stream(select(BOOK).orderBy(BOOK.id), window(1))
                        .concatMap(book -> session.load(book, BOOK.author))
                        .filter(book -> book.author.isPresent())
                        .map(book -> book.author.get().name));
        StepVerifier.create(names)
                .expectNext("author 2", "author 3", "author 3", "author 4", "author 4", "author 4")
                .expectComplete()
                .verify(SOON);
    }

    /** An operator that takes results ahead has asked for the next window before it is done with the last. */
    @Test
    void stillKnowsWhatAnOperatorTookAhead() {
        Flux<Integer> tags = sessions.streamInTransaction(
                session -> session.stream(select(BOOK).orderBy(BOOK.id), window(2))
                        .concatMap(book -> session.load(book, BOOK.tags))
                        .map(book -> book.tags.size()));
        StepVerifier.create(tags)
                .expectNext(1, 1, 2, 1, 2, 3, 0)
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void countsWhatTheUserCountsWhateverIsJoined() {
        record Numbered(Author author, Long of) {}
        List<Numbered> numbered = in(session -> session.execute(select(AUTHOR, count().over(partitionBy()))
                        .as(Numbered.class)
                        .from(AUTHOR)
                        .orderBy(AUTHOR.id)
                        .load(joined(AUTHOR.books)))
                .list());
        assertThat(numbered).hasSize(4).allSatisfy(each -> assertThat(each.of()).isEqualTo(4));
    }

    @Test
    void putsTogetherWhatTheUserJoined() {
        Select<Author> withBooks = select(AUTHOR)
                .join(AUTHOR.books)
                .where(AUTHOR.id.eq(4L))
                .orderBy(BOOK.id)
                .load(contained(AUTHOR.books));
        List<Author> listed = in(session -> session.execute(withBooks).list());
        assertThat(listed).hasSize(1);
        assertThat(in(session -> session.execute(withBooks).first()).books.size())
                .isEqualTo(3);
        assertThat(in(session -> session.execute(withBooks).all().collectList())
                        .get(0)
                        .books
                        .size())
                .isEqualTo(3);
    }

    @Test
    void sortsAUnionThatSomethingIsJoinedTo() {
        Compound<Author> both = select(AUTHOR)
                .where(AUTHOR.id.le(2L))
                .load(joined(AUTHOR.books))
                .union(select(AUTHOR).where(AUTHOR.id.gt(2L)))
                .orderBy(AUTHOR.name.desc());
        List<Author> authors = in(session -> session.execute(both).list());
        assertThat(authors).extracting(author -> author.id).containsExactly(4L, 3L, 2L, 1L);
        assertThat(authors).extracting(author -> author.books.size()).containsExactly(3, 2, 1, 0);
    }

    @Test
    void doesNotLoadOverAKeyThatWasGiven() {
        Book book = in(session -> session.get(BOOK, 21L).flatMap(found -> {
            found.author.set(session.reference(AUTHOR, 3L));
            return session.execute(select(BOOK).where(BOOK.id.eq(21L)).load(joined(BOOK.author)))
                    .one();
        }));
        assertThat(book.author.key()).isEqualTo(3L);
        assertThat(book.author.isLoaded()).isFalse();
    }

    @Test
    void keepsTheLastWordOnWhatIsNotLoaded() {
        Author author = in(session -> session.get(AUTHOR, 2L)
                .flatMap(found -> session.get(BOOK, 21L)
                        .flatMap(own -> session.get(BOOK, 99L).flatMap(other -> {
                            found.books.add(own);
                            found.books.remove(own);
                            found.books.remove(other);
                            found.books.add(other);
                            return session.load(found, AUTHOR.books);
                        }))));
        assertThat(author.books.stream().map(book -> book.id)).containsExactly(99L);
    }

    @Test
    void keepsTheKeyOfWhatIsUnloaded() {
        Book book = in(session -> session.get(BOOK, 21L, selectIn(BOOK.author)));
        BOOK.author.unload(book);
        assertThat(book.author.isLoaded()).isFalse();
        assertThat(book.author.key()).isEqualTo(2L);
    }

    @Test
    void refusesAnEntityOfWhichOnlyColumnsWereSelected() {
        Row row = engine.execute(
                        select(AUTHOR.id, BOOK.title).from(AUTHOR).join(BOOK).limit(1))
                .one()
                .blockOptional(SOON)
                .orElseThrow();
        assertThatThrownBy(() -> row.get(AUTHOR))
                .hasMessage("Author was not selected, only some of its columns were; the row has [id, title]");
        record Wrong(Book author, Long n) {}
        assertThatThrownBy(() -> select(AUTHOR, count()).as(Wrong.class))
                .hasMessage("as(Wrong.class): component author is a Book, but an entity Author is selected there");
    }

    @Test
    void beginsAgainAfterACommit() {
        Author author = sessions.use(session -> session.get(AUTHOR, 2L)
                        .delayUntil(found -> session.commit())
                        .flatMap(found -> session.load(found, AUTHOR.books)))
                .blockOptional(SOON)
                .orElseThrow();
        assertThat(author.books.size()).isEqualTo(1);
    }

    @Test
    void forgetsWhatWasRolledBack() {
        Author author = sessions.use(session -> session.get(AUTHOR, 2L)
                        .delayUntil(found -> session.execute(update(AUTHOR)
                                        .set(AUTHOR.name.to("never"))
                                        .where(AUTHOR.id.eq(2L)))
                                .done())
                        .delayUntil(found -> session.rollback())
                        .flatMap(found -> session.get(AUTHOR, 2L).filter(again -> again != found)))
                .blockOptional(SOON)
                .orElseThrow();
        assertThat(author.name).isEqualTo("author 2");
    }

    @Test
    void runsTheSameStatementOnAConnection() {
        Author plain = engine.execute(select(AUTHOR).where(AUTHOR.id.eq(2L)))
                .one()
                .blockOptional(SOON)
                .orElseThrow();
        assertThat(plain.name).isEqualTo("author 2");
        assertThat(plain.books.isLoaded()).isFalse();
        List<Long> ids = in(session -> session.connection()
                .flatMap(connection -> connection
                        .execute(select(AUTHOR.id).from(AUTHOR).orderBy(AUTHOR.id))
                        .list()));
        assertThat(ids).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void countsPagesAndFindsOutWithoutReading() {
        Page<Author> page = in(session -> session.execute(
                        select(AUTHOR).orderBy(AUTHOR.id).limit(2).load(joined(AUTHOR.books)))
                .page());
        assertThat(page.total()).isEqualTo(4);
        assertThat(page.items()).extracting(author -> author.books.size()).containsExactly(0, 1);
        long authors = in(session -> session.execute(select(AUTHOR)).count());
        assertThat(authors).isEqualTo(4);
        boolean isThere = in(session ->
                session.execute(select(AUTHOR).where(AUTHOR.id.eq(9L))).exists());
        assertThat(isThere).isFalse();
    }

    @Test
    void tellsOneFromSeveral() {
        assertThat(in(session -> session.execute(
                                        select(AUTHOR).where(AUTHOR.id.eq(4L)).load(joined(AUTHOR.books)))
                                .one())
                        .books
                        .size())
                .isEqualTo(3);
        assertThat(in(session -> session.execute(
                                        select(AUTHOR).orderBy(AUTHOR.id.desc()).load(joined(AUTHOR.books)))
                                .first())
                        .books
                        .size())
                .isEqualTo(3);
        assertThatThrownBy(() -> in(session -> session.execute(select(AUTHOR)).one()))
                .isInstanceOf(RowCountException.class)
                .hasMessage("one(): the query gave several rows, and one was expected; use first() or all()");
    }

    @Test
    void refusesToLoadWhereNothingIsManaged() {
        assertThatThrownBy(() -> engine.execute(select(AUTHOR).load(selectIn(AUTHOR.books))))
                .isInstanceOf(StatementException.class)
                .hasMessage(
                        "load(selectIn(AUTHOR.books)): only a session loads relations, since only there one key is one object; execute the query in a session, or join what it needs");
        assertThatThrownBy(() -> select(AUTHOR.name).from(AUTHOR).load(selectIn(AUTHOR.books)))
                .isInstanceOf(StatementException.class)
                .hasMessage(
                        "load(…): this statement selects no entity that something could be loaded for; select one, or leave load(…) out");
        assertThatThrownBy(() -> select(AUTHOR).load(selectIn(BOOK.author)))
                .isInstanceOf(StatementException.class)
                .hasMessage(
                        "load(selectIn(BOOK.author)): it begins with Book as book, and the statement selects [Author as author]");
        Author stranger = new Author();
        assertThatThrownBy(() -> in(session -> session.load(stranger, AUTHOR.books)))
                .isInstanceOf(StatementException.class)
                .hasMessage(
                        "load(…): a new Author is not managed by this session; read it here first, with get(…) or a query");
    }

    @Test
    void readsForThoseWhoOnlyRead() {
        @Nullable
        Object size = sessions.with(SessionOptions::readOnly)
                .inTransaction(session -> session.execute(select(AUTHOR).load(selectIn(AUTHOR.books)))
                        .list()
                        .map(authors -> authors.stream()
                                .mapToInt(author -> author.books.size())
                                .sum()))
                .block(SOON);
        assertThat(size).isEqualTo(6);
        assertThatThrownBy(() -> sessions.with(SessionOptions::readOnly)
                        .inTransaction(session -> session.execute(
                                        update(AUTHOR).set(AUTHOR.name.to("x")).where(AUTHOR.id.eq(1L)))
                                .done())
                        .block(SOON))
                .hasMessageContaining("[25006]");
    }
}
