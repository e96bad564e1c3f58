package io.sluice.safety;

import static io.sluice.sql.Functions.function;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.Sql.field;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.text;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.Sql.values;
import static io.sluice.sql.Sql.with;
import static io.sluice.sql.WindowFunctions.rank;
import static io.sluice.sql.WindowFunctions.window;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.TEXT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.schema.Column;
import io.sluice.schema.Columns;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import io.sluice.sql.Row;
import io.sluice.sql.Select;
import io.sluice.sql.Source;
import io.sluice.sql.Statement;
import io.sluice.sql.StatementException;
import io.sluice.test.database.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a name is made of, it stays one name, and the same one. */
@Timeout(600)
class HostileNamesIT {
    private static final Pattern MARIADB_TRIMS = Pattern.compile("^[\\x00-\\x20\\x7f]|\\s$");
    private static final Pattern FUNCTION = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    @ParameterizedTest
    @EnumSource
    void keepTheirMeaningEverywhere(TestServer server) {
        holds(server, sample(), NamePlaces::everywhere);
    }

    @ParameterizedTest
    @EnumSource
    void keepTheirMeaningAsSchemas(TestServer server) {
        holds(server, HostileText.names().stream(), NamePlaces::asSchema);
    }

    @Test
    void keepTheirMeaningWhereOnlyPostgresqlHasNames() {
        holds(TestServer.POSTGRESQL, sample(), NamePlaces::onPostgresql);
    }

    @Test
    void keepTheirMeaningAsFunctions() {
        holds(
                TestServer.POSTGRESQL,
                sample().filter(name -> FUNCTION.matcher(name).matches()),
                NamePlaces::asFunction);
    }

    @Test
    void areThatOfNoFunctionUnlessTheyLookLikeOne() {
        HostileText.names().stream()
                .filter(name -> !Pattern.matches("[\\p{L}_][\\p{L}\\p{N}_$.]*", name))
                .forEach(name -> assertThatThrownBy(() -> function(name, TEXT))
                        .isInstanceOf(StatementException.class)
                        .hasMessageContaining("is not a function's name"));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("thorough")
    void keepTheirMeaningIfTheyAreWordsOfTheLanguage(TestServer server) {
        holds(server, words(), NamePlaces::everywhere);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("thorough")
    void keepTheirMeaningByTheThousand(TestServer server) {
        holds(server, HostileText.texts(3_000, 12).distinct(), NamePlaces::everywhere);
    }

    @Test
    @Tag("thorough")
    void keepTheirMeaningByTheThousandWhereOnlyPostgresqlHasNames() {
        holds(TestServer.POSTGRESQL, HostileText.texts(3_000, 12).distinct(), NamePlaces::onPostgresql);
    }

    static Stream<String> impossibleNames() {
        return HostileText.impossibleNames().stream();
    }

    /** Cut off or replaced by the driver they would be other names. */
    @ParameterizedTest
    @MethodSource("impossibleNames")
    void areRefusedEverywhereIfNoDatabaseKeepsThem(String name) {
        for (TestServer server : TestServer.values()) {
            try (var database = new OpenDatabase(server)) {
                for (Supplier<Statement> statement : statementsWith(name)) {
                    assertThatThrownBy(
                                    () -> statement.get().sql(database.engine().dialect()))
                            .isInstanceOf(StatementException.class);
                }
            }
        }
    }

    private static List<Supplier<Statement>> statementsWith(String name) {
        Table plain = Table.named("t", Columns.column("a", INTEGER));
        Column<Integer> a = plain.column("a", Integer.class);
        return List.of(
                () -> selectAll(Table.named(name, Columns.column("a", INTEGER))),
                () -> selectAll(Table.named(TableName.of(name, "t"), Columns.column("a", INTEGER))),
                () -> selectAll(Table.named("t", Columns.column(name, INTEGER))),
                () -> selectAll(plain.as(name)),
                () -> select(a.as(name)).from(plain),
                () -> select(rank().over(name)).from(plain),
                () -> select(a).from(plain).window(name, window()),
                () -> selectAll(plain).union(selectAll(plain)).orderBy(a.as(name)),
                () -> select(value(1)).from(selectAll(plain).as(name)),
                () -> with(select(a).from(plain).asCte(name)).select(value(1)),
                () -> select(value(1)).from(values(field(name, INTEGER)).row(1).as("v")),
                () -> select(value("x").collate(name)),
                () -> insertInto(Table.named(name, Columns.column("a", INTEGER)))
                        .defaultValues(),
                () -> update(plain.as(name))
                        .set(plain.as(name).column("a", Integer.class).to(1)),
                () -> deleteFrom(plain.as(name)));
    }

    private static Select<Row> selectAll(Table table) {
        return select((Source) table).from(table);
    }

    private static Stream<String> sample() {
        return Stream.concat(HostileText.names().stream(), HostileText.texts(40, 8));
    }

    /** All words that PostgreSQL knows, which others share, and some that it does not. */
    private static Stream<String> words() {
        try (var database = new OpenDatabase(TestServer.POSTGRESQL)) {
            List<String> words = new ArrayList<>(database.rows(
                    text("SELECT word FROM pg_get_keywords() ORDER BY word").returning(TEXT)));
            words.addAll(List.of("rownum", "_rowid_", "minus", "top", "today", "sysdate", "systimestamp", "key", "if"));
            words.addAll(
                    List.of("div", "mod", "rlike", "regexp", "straight_join", "schemas", "zerofill", "dual", "xor"));
            return words.stream();
        }
    }

    /** Collects what fails, so that one run shows all of it. A dialect may refuse a name, but then as a statement does. */
    private static void holds(TestServer server, Stream<String> names, Consumer<NamePlaces> places) {
        List<String> failures = new ArrayList<>();
        try (var database = new OpenDatabase(server)) {
            names.forEach(name -> {
                if (!isPossible(server, name)) {
                    return;
                }
                try {
                    places.accept(new NamePlaces(database, name));
                } catch (RuntimeException | AssertionError e) {
                    failures.add("%s%n    %s".formatted(name, e));
                }
            });
        }
        assertThat(failures).isEmpty();
    }

    /** What a database documents of its names; what it keeps, the dialect must not refuse. */
    private static boolean isPossible(TestServer server, String name) {
        return switch (server) {
            case POSTGRESQL -> name.getBytes(UTF_8).length <= 63;
            case MARIADB ->
                name.length() <= 64
                        && !MARIADB_TRIMS.matcher(name).find()
                        && name.chars().noneMatch(HostileNamesIT::isSurrogate);
            case H2 -> name.getBytes(UTF_8).length <= 256 && !name.contains(";");
        };
    }

    private static boolean isSurrogate(int c) {
        return Character.isSurrogate((char) c);
    }
}
