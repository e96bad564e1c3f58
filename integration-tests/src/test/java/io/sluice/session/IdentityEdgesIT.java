package io.sluice.session;

import static io.sluice.edge.Boss_.BOSS;
import static io.sluice.edge.Coin_.COIN;
import static io.sluice.edge.Desk_.DESK;
import static io.sluice.edge.Money_.MONEY;
import static io.sluice.edge.Spot_.SPOT;
import static io.sluice.edge.Worker_.WORKER;
import static io.sluice.library.Author_.AUTHOR;
import static io.sluice.library.Book_.BOOK;
import static io.sluice.library.Tag_.TAG;
import static io.sluice.mapping.Loads.joined;
import static io.sluice.mapping.Loads.selectIn;
import static io.sluice.session.Window.window;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.edge.Badge;
import io.sluice.edge.Coin;
import io.sluice.edge.Desk;
import io.sluice.edge.SpotId;
import io.sluice.edge.Worker;
import io.sluice.library.Author;
import io.sluice.library.Book;
import io.sluice.mapping.Load;
import io.sluice.mapping.NotLoadedException;
import io.sluice.mapping.UnfitRowException;
import io.sluice.sql.StatementException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Who is who, and whose, where memory and database say different things. */
class IdentityEdgesIT extends OnEdges {

    private static List<Long> ids(Author author) {
        return author.books.stream().map(book -> number(book.id)).toList();
    }

    @Test
    void leavesATargetToWhomItBelongsWhenAnotherRemovesIt() {
        Object key = in(session -> session.get(AUTHOR, 1L)
                .flatMap(other -> session.get(BOOK, 21L).map(book -> {
                    other.books.remove(book);
                    return Optional.ofNullable(book.author.key());
                })));
        assertThat(key).isEqualTo(Optional.of(2L));
    }

    @Test
    void doesNotTakeBackWhatWasGivenAway() {
        List<Author> both = in(session -> session.get(BOOK, 21L)
                .flatMap(book -> session.get(AUTHOR, 3L).flatMap(third -> {
                    book.author.set(third);
                    return session.get(AUTHOR, 2L, selectIn(AUTHOR.books))
                            .flatMap(second -> session.load(third, AUTHOR.books).map(t -> List.of(second, third)));
                })));
        assertThat(ids(both.get(1))).contains(21L);
        assertThat(ids(both.get(0))).doesNotContain(21L);
    }

    @Test
    void keepsTwoThatAreOneToOneInStepWithThoseBefore() {
        sql("INSERT INTO worker (id, name, kind) SELECT i, 'w' || i, 'worker' FROM generate_series(1, 2) i");
        sql("INSERT INTO badge (id, worker_id) VALUES (1, 1), (2, 2)");
        List<Worker> workers =
                in(session -> session.execute(select(WORKER).orderBy(WORKER.id).load(selectIn(WORKER.badge)))
                        .list());
        Badge second = workers.get(1).badge.get();
        workers.get(0).badge.set(second);
        assertThat(second.worker.get()).isSameAs(workers.get(0));
        assertThat(workers.get(1).badge.getOrNull()).isNull();
    }

    @Test
    void keepsThemInStepFromTheSideOfTheKey() {
        sql("INSERT INTO worker (id, name, kind) SELECT i, 'w' || i, 'worker' FROM generate_series(1, 2) i");
        sql("INSERT INTO badge (id, worker_id) VALUES (1, 1), (2, 2)");
        List<Worker> workers =
                in(session -> session.execute(select(WORKER).orderBy(WORKER.id).load(selectIn(WORKER.badge)))
                        .list());
        Badge first = workers.get(0).badge.get();
        Badge second = workers.get(1).badge.get();
        second.worker.set(workers.get(0));
        assertThat(workers.get(0).badge.get()).isSameAs(second);
        assertThat(first.worker.getOrNull()).isNull();
    }

    @Test
    void refusesToLoadForAKeyThatWasChanged() {
        assertThatThrownBy(() -> in(session -> session.get(AUTHOR, 2L).flatMap(found -> {
                    found.id = 3L;
                    return session.execute(
                                    select(AUTHOR).where(AUTHOR.id.eq(2L)).load(selectIn(AUTHOR.books)))
                            .one();
                })))
                .isInstanceOf(StatementException.class)
                .hasMessage(
                        "Author#3 has another key than it was read with, so nothing can be loaded for it; a key never changes: put it back, and write the row anew under the other");
    }

    @Test
    void findsNobodyOfAnotherKind() {
        sql("INSERT INTO worker (id, name, kind) VALUES (3, 'w', 'worker')");
        sql("INSERT INTO desk (id, boss_id) VALUES (2, 3)");
        Desk desk =
                in(session -> session.get(WORKER, 3L).flatMap(worker -> session.get(DESK, 2L, selectIn(DESK.boss))));
        assertThatThrownBy(desk.boss::get)
                .isInstanceOf(NotLoadedException.class)
                .hasMessage(
                        "Desk.boss of Desk#2 was looked for, and there is no Boss with the key 3; mend the row, or keep it right with a foreign key");
    }

    @Test
    void saysThatThereIsNobody() {
        dropConstraints("book", 'f');
        sql("INSERT INTO book (id, title, version, author_id) VALUES (88, 'dangling', 0, 4711)");
        Book book = in(session -> session.get(BOOK, 88L, selectIn(BOOK.author)));
        assertThatThrownBy(book.author::get)
                .isInstanceOf(NotLoadedException.class)
                .hasMessage(
                        "Book.author of Book#88 was looked for, and there is no Author with the key 4711; mend the row, or keep it right with a foreign key");
    }

    @Test
    void refusesAKeyWithoutAValue() {
        SpotId half = new SpotId(null, 2L);
        assertThatThrownBy(() -> in(session -> session.get(SPOT, half)))
                .isInstanceOf(StatementException.class)
                .hasMessage("a key of Spot has no value for x, and nothing has such a key; give it one");
    }

    @Test
    void takesNumbersOfAnotherScaleForTheSameKey() {
        sql("INSERT INTO money (id, name) VALUES (1, 'one'), (2.50, 'two')");
        sql("INSERT INTO coin (id, money_id) VALUES (1, 1)");
        Coin coin = in(session -> session.get(COIN, 1L).flatMap(found -> {
            found.money.set(MONEY.reference(new BigDecimal("2.5")));
            return session.load(found, COIN.money);
        }));
        assertThat(coin.money.isLoaded()).isTrue();
    }

    @Test
    void refusesTwoWhereOneIsMapped() {
        sql("INSERT INTO worker (id, name, kind) VALUES (1, 'w', 'worker')");
        dropConstraints("badge", 'u');
        sql("INSERT INTO badge (id, worker_id) VALUES (1, 1), (3, 1)");
        for (Load<Worker, Badge> load : List.of(selectIn(WORKER.badge), joined(WORKER.badge))) {
            assertThatThrownBy(() -> in(session ->
                            session.execute(select(WORKER).load(load)).list()))
                    .isInstanceOf(UnfitRowException.class)
                    .hasMessage(
                            "WORKER.badge leads from Worker#1 to 2 rows, and can hold one; mend the rows, or map a ToMany");
        }
    }

    @Test
    void saysThatAKindHasChanged() {
        sql("INSERT INTO worker (id, name, kind) VALUES (3, 'w', 'worker')");
        assertThatThrownBy(() -> in(session -> session.get(WORKER, 3L)
                        .flatMap(worker -> session.execute(update(WORKER)
                                        .set(WORKER.kind.to("boss"))
                                        .where(WORKER.id.eq(3L)))
                                .done()
                                .then(session.execute(select(BOSS)).list()))))
                .isInstanceOf(UnfitRowException.class)
                .hasMessage(
                        "Worker#3 is a Worker to this session, and the row that is read now is a Boss; forget it first");
    }

    @Test
    void keepsWhatAWindowLoadsForWhomTheSessionKnows() {
        boolean isSame = in(session -> session.get(BOOK, 21L)
                .flatMap(book -> session.stream(
                                select(BOOK).where(BOOK.id.eq(21L)).load(selectIn(BOOK.author)), window(1))
                        .then(session.stream(select(TAG), window(1)).then())
                        .then(session.get(AUTHOR, 2L))
                        .map(author -> author == book.author.get())));
        assertThat(isSame).isTrue();
    }

    @Test
    void keepsWhatIsLoadedForBothOfThem() {
        boolean isSame = in(session -> session.get(AUTHOR, 2L)
                .flatMap(known -> session.stream(select(AUTHOR).where(AUTHOR.id.eq(3L)), window(1))
                        .concatMap(streamed -> session.load(List.of(streamed, known), AUTHOR.books))
                        .then(session.stream(select(TAG), window(1)).then())
                        .then(session.get(BOOK, 21L))
                        .map(book -> book == known.books.get(0))));
        assertThat(isSame).isTrue();
    }

    @Test
    void loadsOnFromWhatItKept() {
        int books = in(session -> session.get(BOOK, 21L)
                .flatMap(book -> session.stream(
                                select(BOOK).where(BOOK.id.eq(21L)).load(selectIn(BOOK.author)), window(1))
                        .then(session.stream(select(TAG), window(1)).then())
                        .then(Mono.defer(() -> session.load(book.author.get(), AUTHOR.books)))
                        .map(author -> author.books.size())));
        assertThat(books).isEqualTo(1);
    }
}
