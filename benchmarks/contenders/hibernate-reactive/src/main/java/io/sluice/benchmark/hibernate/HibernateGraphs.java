package io.sluice.benchmark.hibernate;

import io.sluice.benchmark.Database;
import io.sluice.benchmark.GraphChecksum;
import io.sluice.benchmark.LoadGraphs;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.stage.Stage;

/** The ways in which Hibernate Reactive loads a collection with few statements; each thousand in a session of its own. */
abstract class HibernateGraphs extends LoadGraphs {

    private static final String AUTHORS = "from Author a where a.id between :first and :last order by a.id";
    private static final String AUTHORS_WITH_BOOKS =
            "from Author a left join fetch a.books where a.id between :first and :last order by a.id";

    private final Map<String, String> settings;
    private Stage.SessionFactory sessions;

    HibernateGraphs(String name) {
        this(name, Map.of());
    }

    HibernateGraphs(String name, Map<String, String> settings) {
        super(name);
        this.settings = settings;
    }

    /** One statement, in a session that tracks what it reads. */
    public static final class Joined extends HibernateGraphs {
        public Joined() {
            super("hibernate-join-fetch");
        }

        @Override
        CompletionStage<List<AuthorEntity>> graphs(Stage.SessionFactory sessions, long firstId, long lastId) {
            return sessions.withSession(session -> authors(session, AUTHORS_WITH_BOOKS, firstId, lastId));
        }
    }

    /** One statement, in a session that tracks nothing. */
    public static final class JoinedStateless extends HibernateGraphs {
        public JoinedStateless() {
            super("hibernate-join-fetch-stateless");
        }

        @Override
        CompletionStage<List<AuthorEntity>> graphs(Stage.SessionFactory sessions, long firstId, long lastId) {
            return sessions.withStatelessSession(session -> authors(session, AUTHORS_WITH_BOOKS, firstId, lastId));
        }
    }

    /** A second statement, which says the first one again, when the first collection is asked for. */
    public static final class BySubselect extends FirstAsked {
        public BySubselect() {
            super("hibernate-subselect", Map.of("hibernate.use_subselect_fetch", "true"));
        }
    }

    /** A second statement, by the keys of the thousand, when the first collection is asked for. */
    public static final class ByBatch extends FirstAsked {
        public ByBatch() {
            super("hibernate-batch", Map.of("hibernate.default_batch_fetch_size", "1000"));
        }
    }

    /** Where the collection of one author is asked for, those of all are read. */
    abstract static class FirstAsked extends HibernateGraphs {
        FirstAsked(String name, Map<String, String> settings) {
            super(name, settings);
        }

        @Override
        CompletionStage<List<AuthorEntity>> graphs(Stage.SessionFactory sessions, long firstId, long lastId) {
            return sessions.withSession(session -> authors(session, AUTHORS, firstId, lastId)
                    .thenCompose(
                            authors -> session.fetch(authors.getFirst().books).thenApply(books -> authors)));
        }
    }

    abstract CompletionStage<List<AuthorEntity>> graphs(Stage.SessionFactory sessions, long firstId, long lastId);

    static CompletionStage<List<AuthorEntity>> authors(
            Stage.QueryProducer session, String query, long firstId, long lastId) {
        return session.createSelectionQuery(query, AuthorEntity.class)
                .setParameter("first", firstId)
                .setParameter("last", lastId)
                .getResultList();
    }

    @Override
    public final void open(Database database) {
        sessions = Sessions.open(database, settings, AuthorEntity.class, BookEntity.class);
    }

    @Override
    protected final void read(long firstId, long lastId, GraphChecksum checksum) {
        for (var author :
                graphs(sessions, firstId, lastId).toCompletableFuture().join()) {
            checksum.addAuthor(author.id, author.name, author.country, author.joinedAt);
            for (var book : author.books) {
                checksum.addBook(author.id, book.id, book.title, book.pages, book.priceCents);
            }
        }
    }

    @Override
    public final void close() {
        sessions.close();
    }
}
