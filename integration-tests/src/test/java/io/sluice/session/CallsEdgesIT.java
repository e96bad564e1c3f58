package io.sluice.session;

import static io.sluice.library.Author_.AUTHOR;
import static io.sluice.library.Book_.BOOK;
import static io.sluice.mapping.Loads.selectIn;
import static io.sluice.session.Window.window;
import static io.sluice.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.OverlapException;
import io.sluice.library.Author;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;

/** Calls of a session that overlap, or end before they began. */
class CallsEdgesIT extends OnEdges {

    @Test
    void isIdleAfterACallThatWasCancelledBeforeItBegan() {
        Author author = in(session -> {
            session.execute(select(AUTHOR)).list().subscribe(new BaseSubscriber<List<Author>>() {
                @Override
                protected void hookOnSubscribe(Subscription subscription) {
                    subscription.cancel();
                }
            });
            return session.get(AUTHOR, 1L);
        });
        assertThat(author.name).isEqualTo("author 1");
    }

    @Test
    void isIdleAfterATimeoutJustAsAWindowBegins() {
        for (int i = 0; i < 150; i++) {
            long nanos = i * 120_000L + 1;
            List<Author> authors = in(session -> session.stream(
                            select(AUTHOR)
                                    .orderBy(AUTHOR.id)
                                    .load(selectIn(AUTHOR.books).selectIn(BOOK.tags)),
                            window(1))
                    .concatMap(author -> Mono.delay(Duration.ofMillis(1)).thenReturn(author))
                    .collectList()
                    .timeout(Duration.ofNanos(nanos))
                    .onErrorResume(late -> session.execute(select(AUTHOR)).list()));
            assertThat(authors).hasSize(AUTHORS);
        }
    }

    @Test
    void refusesToCommitUnderAStream() {
        sql("INSERT INTO author (id, name) SELECT 1000 + i, 'a' || i FROM generate_series(1, 3000) i");
        assertThatThrownBy(() -> sessions.use(session -> session.stream(
                                        select(AUTHOR).orderBy(AUTHOR.id), window(10))
                                .concatMap(
                                        author -> number(author.id) == 1005L
                                                ? session.commit().thenReturn(author.name)
                                                : Mono.just(author.name),
                                        1)
                                .count())
                        .block(SOON))
                .isInstanceOf(OverlapException.class)
                .hasMessageContaining("a stream is open in this transaction, and commit() would end it for its reader");
    }
}
