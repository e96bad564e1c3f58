package io.sluice.session;

import static io.sluice.library.Author_.AUTHOR;
import static io.sluice.library.Book_.BOOK;
import static io.sluice.mapping.Loads.raise;
import static io.sluice.session.Window.window;
import static io.sluice.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.library.Author;
import io.sluice.library.Book;
import io.sluice.library.Tag;
import io.sluice.mapping.Deferred;
import io.sluice.mapping.NotLoadedException;
import io.sluice.mapping.ToMany;
import io.sluice.mapping.ToOne;
import io.sluice.test.database.TestServer;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** Every way there is to touch what was not loaded: those that read raise, the others do not, and none asks the database. */
class AccessIT extends OnLibrary {

    /** One way to touch something. */
    @FunctionalInterface
    private interface Touch<T> {
        @Nullable
        Object of(T touched);
    }

    private static final Map<String, Touch<ToMany<Book>>> READING_MANY = Map.of(
            "size()",
            ToMany::size,
            "isEmpty()",
            ToMany::isEmpty,
            "contains(Object)",
            books -> books.contains(new Book()),
            "get(int)",
            books -> books.get(0),
            "stream()",
            ToMany::stream,
            "toList()",
            ToMany::toList,
            "iterator()",
            ToMany::iterator,
            "forEach(Consumer)",
            books -> done(() -> books.forEach(book -> {})),
            "spliterator()",
            ToMany::spliterator,
            "clear()",
            books -> done(books::clear));
    private static final Map<String, Touch<ToMany<Book>>> TOUCHING_MANY = Map.of(
            "isLoaded()", ToMany::isLoaded,
            "toString()", ToMany::toString,
            "hashCode()", ToMany::hashCode,
            "equals(Object)", books -> books.equals(new Object()),
            "add(Object)", books -> books.add(new Book()),
            "addAll(Collection)", books -> done(() -> books.addAll(List.of(new Book()))),
            "remove(Object)", books -> books.remove(new Book()));
    private static final Map<String, Touch<ToOne<Author>>> READING_ONE =
            Map.of("get()", ToOne::get, "getOrNull()", ToOne::getOrNull, "optional()", ToOne::optional);
    private static final Map<String, Touch<ToOne<Author>>> TOUCHING_ONE = Map.of(
            "isLoaded()", ToOne::isLoaded,
            "toString()", ToOne::toString,
            "hashCode()", ToOne::hashCode,
            "equals(Object)", author -> author.equals(new Object()),
            "key()", ToOne::key,
            "isPresent()", ToOne::isPresent,
            "set(Object)", author -> done(() -> author.set(new Author())),
            "set(EntityReference)", author -> done(() -> author.set(AUTHOR.reference(3L))),
            "clear()", author -> done(author::clear));
    private static final Map<String, Touch<Deferred<String>>> READING_COLUMN =
            Map.of("get()", Deferred::get, "getOrNull()", Deferred::getOrNull);
    private static final Map<String, Touch<Deferred<String>>> TOUCHING_COLUMN = Map.of(
            "isLoaded()", Deferred::isLoaded,
            "toString()", Deferred::toString,
            "hashCode()", Deferred::hashCode,
            "equals(Object)", summary -> summary.equals(new Object()),
            "set(Object)", summary -> done(() -> summary.set("x")));

    AccessIT() {
        super(TestServer.POSTGRESQL);
    }

    /** Where an entity is when somebody touches it. */
    enum Whereabouts {
        IN_THE_TRANSACTION,
        AFTER_ITS_COMMIT,
        FORGOTTEN_BY_A_STREAM,
        OF_NO_SESSION,
        TOLD_TO_RAISE
    }

    private void touching(Whereabouts where, Consumer<Author> author, Consumer<Book> book) {
        switch (where) {
            case IN_THE_TRANSACTION ->
                in(session -> session.get(AUTHOR, 2L)
                        .doOnNext(author)
                        .then(session.get(BOOK, 21L))
                        .doOnNext(book));
            case AFTER_ITS_COMMIT -> {
                author.accept(in(session -> session.get(AUTHOR, 2L)));
                book.accept(in(session -> session.get(BOOK, 21L)));
            }
            case FORGOTTEN_BY_A_STREAM -> {
                author.accept(last(session -> session.stream(select(AUTHOR).where(AUTHOR.id.eq(2L)), window(1))
                        .last()));
                book.accept(last(session -> session.stream(select(BOOK).where(BOOK.id.eq(21L)), window(1))
                        .last()));
            }
            case OF_NO_SESSION -> {
                author.accept(alone(
                        engine.execute(select(AUTHOR).where(AUTHOR.id.eq(2L))).one()));
                book.accept(alone(
                        engine.execute(select(BOOK).where(BOOK.id.eq(21L))).one()));
            }
            case TOLD_TO_RAISE -> {
                author.accept(in(session -> session.get(AUTHOR, 2L, raise(AUTHOR.books))));
                book.accept(in(session -> session.get(BOOK, 21L, raise(BOOK.author))));
            }
        }
    }

    private <T> T last(Function<AsyncSession, Mono<T>> function) {
        return alone(sessions.streamInTransaction(function).last());
    }

    private static <T> T alone(Mono<T> mono) {
        return mono.blockOptional(SOON).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void readingRaises(Whereabouts where) {
        touching(
                where,
                author -> READING_MANY.forEach((name, read) ->
                        assertRaises(name, () -> read.of(author.books), "Author.books of Author#2 is not loaded")),
                book -> {
                    READING_ONE.forEach((name, read) ->
                            assertRaises(name, () -> read.of(book.author), "Book.author of Book#21 is not loaded"));
                    READING_COLUMN.forEach((name, read) ->
                            assertRaises(name, () -> read.of(book.summary), "Book.summary of Book#21 is not loaded"));
                });
        assertThat(sent()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotReadDoesNotRaise(Whereabouts where) {
        touching(
                where,
                author -> TOUCHING_MANY.forEach((name, touch) -> assertQuiet(name, () -> touch.of(author.books))),
                book -> {
                    assertThat(book.author).hasToString("not loaded (#2)");
                    TOUCHING_ONE.forEach((name, touch) -> assertQuiet(name, () -> touch.of(book.author)));
                    TOUCHING_COLUMN.forEach((name, touch) -> assertQuiet(name, () -> touch.of(book.summary)));
                });
        assertThat(sent()).hasSize(2);
    }

    /** So that nobody adds a method without saying here what it does. */
    @Test
    void knowsEveryMethod() {
        assertThat(named(READING_MANY, TOUCHING_MANY)).isEqualTo(methodsOf(ToMany.class));
        assertThat(named(READING_ONE, TOUCHING_ONE)).isEqualTo(methodsOf(ToOne.class));
        assertThat(named(READING_COLUMN, TOUCHING_COLUMN)).isEqualTo(methodsOf(Deferred.class));
    }

    @Test
    void tellsNoneFromNotLoaded() {
        Author author = new Author();
        assertThat(author.books.isLoaded()).isTrue();
        assertThat(author.books.isEmpty()).isTrue();
        Book book = new Book();
        assertThat(book.author.isLoaded()).isTrue();
        assertThat(book.author.getOrNull()).isNull();
        assertThat(book.author.key()).isNull();
        assertThat(book.author).hasToString("none");
        assertThatThrownBy(book.author::get)
                .hasMessage("the relation is none; use getOrNull() or optional() where that may be");
        Tag tag = new Tag();
        book.tags.add(tag);
        assertThat(book.tags).containsExactly(tag).hasToString("[Tag]");
    }

    private static String done(Runnable touch) {
        touch.run();
        return "done";
    }

    private static void assertRaises(String name, Runnable read, String message) {
        assertThatThrownBy(read::run)
                .as(name)
                .isInstanceOf(NotLoadedException.class)
                .hasMessageStartingWith(message)
                .hasMessageContaining("add .load(")
                .hasMessageContaining("or session.load(");
    }

    private static void assertQuiet(String name, Runnable touch) {
        assertThatCode(touch::run).as(name).doesNotThrowAnyException();
    }

    private static Set<String> named(Map<String, ?> some, Map<String, ?> others) {
        return Stream.of(some, others)
                .flatMap(map -> map.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> methodsOf(Class<?> type) {
        Map<String, Method> methods = new TreeMap<>();
        Arrays.stream(type.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
                .filter(method -> method.getDeclaringClass() != Object.class
                        || Set.of("toString", "hashCode", "equals").contains(method.getName()))
                .forEach(method -> methods.put(
                        Arrays.stream(method.getParameterTypes())
                                .map(Class::getSimpleName)
                                .collect(Collectors.joining(",", method.getName() + "(", ")")),
                        method));
        return methods.keySet();
    }
}
