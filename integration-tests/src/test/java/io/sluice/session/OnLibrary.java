package io.sluice.session;

import static io.sluice.library.Author_.AUTHOR;
import static io.sluice.library.Book_.BOOK;
import static io.sluice.library.Tag_.TAG;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.test.assertion.SqlAssertions.assertThatNothingLeaked;

import io.sluice.engine.Engine;
import io.sluice.engine.EngineEvent.StatementEnded;
import io.sluice.schema.Metadata;
import io.sluice.sql.Command;
import io.sluice.sql.Sql;
import io.sluice.test.assertion.Statements;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;

/** A library: author n has n - 1 books (1 has none), each of 100 n pages, tagged with all tags up to its number; book 99 has no author. */
@Timeout(60)
abstract class OnLibrary {
    static final Duration SOON = Duration.ofSeconds(20);
    static final int AUTHORS = 4;

    private final TestServer server;
    final Statements statements = new Statements();
    TestDatabase database;
    Engine engine;
    AsyncSessionFactory sessions;

    OnLibrary(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        Metadata library = Metadata.of(AUTHOR, BOOK, TAG);
        database = server.database();
        engine = Engine.create(database.url(), options -> options.poolSize(3).listen(StatementEnded.class, statements));
        sessions = AsyncSessionFactory.of(engine, library);
        run(library.createAll());
        LongStream.rangeClosed(1, AUTHORS).forEach(this::addAuthor);
        run(insertInto(BOOK).values(BOOK.id.to(99L), BOOK.title.to("Anonymous"), BOOK.version.to(0)));
        statements.clear();
    }

    private void addAuthor(long n) {
        run(insertInto(AUTHOR).values(AUTHOR.id.to(n), AUTHOR.name.to("author " + n)));
        run(insertInto(TAG).values(TAG.id.to(n), TAG.name.to("tag " + n)));
        for (long i = 1; i < n; i++) {
            long id = n * 10 + i;
            run(insertInto(BOOK)
                    .values(
                            BOOK.id.to(id),
                            BOOK.title.to("book %d of %d".formatted(i, n)),
                            BOOK.pages.to((int) (100 * n)),
                            BOOK.version.to(0),
                            BOOK.summary.to("summary " + id),
                            BOOK.authorId.to(n)));
            for (long tag = 1; tag <= i; tag++) {
                run(Sql.text("INSERT INTO book_tag (book_id, tag_id) VALUES (:book, :tag)")
                        .bind("book", id)
                        .bind("tag", tag));
            }
        }
    }

    void run(Command command) {
        engine.execute(command).done().block(SOON);
    }

    <T> T in(Function<? super AsyncSession, ? extends Mono<T>> function) {
        return sessions.inTransaction(function).blockOptional(SOON).orElseThrow();
    }

    static long number(@Nullable Long id) {
        return Objects.requireNonNull(id, "the key of what was read");
    }

    /** The statements that read, without those that begin and end. */
    List<String> sent() {
        return statements.sql().stream()
                .filter(sql -> sql.regionMatches(true, 0, "SELECT", 0, 6))
                .toList();
    }

    @AfterEach
    void close() {
        assertThatNothingLeaked(engine);
        engine.close().block(SOON);
        database.close();
    }
}
