package io.sluice.benchmark.session;

import static io.sluice.benchmark.session.Author_.AUTHOR;
import static io.sluice.benchmark.session.Book_.BOOK;
import static io.sluice.mapping.Loads.joined;
import static io.sluice.mapping.Loads.selectIn;
import static io.sluice.sql.Sql.select;

import io.sluice.benchmark.Database;
import io.sluice.benchmark.GraphChecksum;
import io.sluice.benchmark.LoadGraphs;
import io.sluice.engine.Engine;
import io.sluice.mapping.Load;
import io.sluice.schema.Metadata;
import io.sluice.session.AsyncSessionFactory;
import io.sluice.session.SessionOptions;
import java.util.List;
import java.util.function.UnaryOperator;

/** Authors whose books a session loads, each thousand in a session and a transaction of its own, with the engine's defaults. */
abstract class SluiceGraphs extends LoadGraphs {

    private final Load<Author, Book> books;
    private final UnaryOperator<SessionOptions> options;
    private Engine engine;
    private AsyncSessionFactory sessions;

    SluiceGraphs(String name, Load<Author, Book> books, UnaryOperator<SessionOptions> options) {
        super(name);
        this.books = books;
        this.options = options;
    }

    /** By a second query with the keys. */
    public static final class SelectIn extends SluiceGraphs {
        public SelectIn() {
            super("sluice-select-in", selectIn(AUTHOR.books), UnaryOperator.identity());
        }
    }

    /** The same in a session that will not look for changes. */
    public static final class SelectInReadOnly extends SluiceGraphs {
        public SelectInReadOnly() {
            super("sluice-select-in-read-only", selectIn(AUTHOR.books), SessionOptions::readOnly);
        }
    }

    /** By a join. */
    public static final class Joined extends SluiceGraphs {
        public Joined() {
            super("sluice-joined", joined(AUTHOR.books), UnaryOperator.identity());
        }
    }

    @Override
    public final void open(Database database) {
        engine = Engine.create("r2dbc:postgresql://%s@%s:%d/%s"
                .formatted(database.user(), database.host(), database.port(), database.name()));
        sessions = AsyncSessionFactory.of(engine, Metadata.of(AUTHOR, BOOK)).with(options);
    }

    @Override
    protected final void read(long firstId, long lastId, GraphChecksum checksum) {
        for (var author : authors(firstId, lastId)) {
            checksum.addAuthor(author.id, author.name, author.country, author.joinedAt);
            for (var book : author.books) {
                checksum.addBook(author.id, book.id, book.title, book.pages, book.priceCents);
            }
        }
    }

    private List<Author> authors(long firstId, long lastId) {
        var query = select(AUTHOR)
                .where(AUTHOR.id.between(firstId, lastId))
                .orderBy(AUTHOR.id.asc())
                .load(books);
        return sessions.inTransaction(session -> session.execute(query).list()).block();
    }

    @Override
    public final void close() {
        engine.close().block();
    }
}
