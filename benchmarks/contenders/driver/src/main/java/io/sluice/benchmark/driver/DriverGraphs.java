package io.sluice.benchmark.driver;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlStatement;
import io.r2dbc.spi.Readable;
import io.sluice.benchmark.Database;
import io.sluice.benchmark.GraphChecksum;
import io.sluice.benchmark.LoadGraphs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Graphs put together by hand on one connection, which sends binary: what a careful program without a toolkit gets. */
abstract class DriverGraphs extends LoadGraphs {

    private static final String AUTHORS =
            "SELECT id, name, country, joined_at FROM author WHERE id BETWEEN $1 AND $2 ORDER BY id";
    private static final String BOOKS = "SELECT id, author_id, title, pages, price_cents FROM book WHERE author_id ";

    private PostgresqlConnection connection;

    DriverGraphs(String name) {
        super(name);
    }

    /** A second query takes the keys of the authors. */
    public static final class ByKeys extends DriverGraphs {
        public ByKeys() {
            super("driver-any");
        }

        @Override
        Mono<Map<Long, Author>> graphs(long firstId, long lastId) {
            return authors(firstId, lastId)
                    .flatMap(authors -> books(
                            authors,
                            statement(BOOKS + "= ANY($1)")
                                    .bind(0, authors.keySet().toArray(Long[]::new))));
        }
    }

    /** A second query says the first one again. */
    public static final class BySubselect extends DriverGraphs {
        public BySubselect() {
            super("driver-subselect");
        }

        @Override
        Mono<Map<Long, Author>> graphs(long firstId, long lastId) {
            return authors(firstId, lastId)
                    .flatMap(authors -> books(
                            authors,
                            statement(BOOKS + "IN (SELECT id FROM author WHERE id BETWEEN $1 AND $2)")
                                    .bind(0, firstId)
                                    .bind(1, lastId)));
        }
    }

    /** One query, in which an author comes as often as it has books, and is decoded once. */
    public static final class Joined extends DriverGraphs {
        private static final String SQL = """
                SELECT a.id, a.name, a.country, a.joined_at, b.id, b.title, b.pages, b.price_cents
                FROM author a LEFT JOIN book b ON b.author_id = a.id WHERE a.id BETWEEN $1 AND $2 ORDER BY a.id""";

        public Joined() {
            super("driver-join");
        }

        @Override
        Mono<Map<Long, Author>> graphs(long firstId, long lastId) {
            return Mono.defer(() -> {
                Map<Long, Author> authors = new HashMap<>();
                return statement(SQL)
                        .bind(0, firstId)
                        .bind(1, lastId)
                        .execute()
                        .concatMap(result -> result.map(row -> add(row, authors)))
                        .then(Mono.just(authors));
            });
        }

        private static boolean add(Readable row, Map<Long, Author> authors) {
            var id = row.get(0, Long.class);
            var author = authors.get(id);
            if (author == null) {
                author = author(row, id);
                authors.put(id, author);
            }
            var bookId = row.get(4, Long.class);
            return bookId != null
                    && author.books()
                            .add(new Book(
                                    bookId,
                                    id,
                                    row.get(5, String.class),
                                    row.get(6, Integer.class),
                                    row.get(7, Long.class)));
        }
    }

    abstract Mono<Map<Long, Author>> graphs(long firstId, long lastId);

    final PostgresqlStatement statement(String sql) {
        return connection.createStatement(sql);
    }

    final Mono<Map<Long, Author>> authors(long firstId, long lastId) {
        return list(statement(AUTHORS).bind(0, firstId).bind(1, lastId), row -> author(row, row.get(0, Long.class)))
                .map(found -> {
                    Map<Long, Author> authors = new HashMap<>();
                    found.forEach(author -> authors.put(author.id(), author));
                    return authors;
                });
    }

    static Mono<Map<Long, Author>> books(Map<Long, Author> authors, PostgresqlStatement statement) {
        return list(statement, DriverGraphs::book).map(books -> {
            books.forEach(book -> authors.get(book.authorId()).books().add(book));
            return authors;
        });
    }

    private static <T> Mono<List<T>> list(PostgresqlStatement statement, Function<Readable, T> mapped) {
        return Flux.from(statement.execute())
                .concatMap(result -> result.map(mapped))
                .collect(ArrayList::new, List::add);
    }

    static Author author(Readable row, Long id) {
        return new Author(id, row.get(1, String.class), row.get(2, String.class), row.get(3, Instant.class));
    }

    private static Book book(Readable row) {
        return new Book(
                row.get(0, Long.class),
                row.get(1, Long.class),
                row.get(2, String.class),
                row.get(3, Integer.class),
                row.get(4, Long.class));
    }

    @Override
    public final void open(Database database) {
        var configuration = PostgresqlConnectionConfiguration.builder()
                .host(database.host())
                .port(database.port())
                .database(database.name())
                .username(database.user())
                .forceBinary(true)
                .build();
        connection = new PostgresqlConnectionFactory(configuration).create().block();
    }

    @Override
    protected final void read(long firstId, long lastId, GraphChecksum checksum) {
        for (var author : graphs(firstId, lastId).block().values()) {
            checksum.addAuthor(author.id(), author.name(), author.country(), author.joinedAt());
            for (var book : author.books()) {
                checksum.addBook(author.id(), book.id(), book.title(), book.pages(), book.priceCents());
            }
        }
    }

    @Override
    public final void close() {
        connection.close().block();
    }
}
