package io.sluice.safety;

import static io.sluice.sql.Functions.coalesce;
import static io.sluice.sql.Functions.replace;
import static io.sluice.sql.Sql.caseWhen;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.template;
import static io.sluice.sql.Sql.text;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.Sql.values;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.array;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.schema.Column;
import io.sluice.schema.Columns;
import io.sluice.schema.Table;
import io.sluice.sql.Condition;
import io.sluice.sql.Field;
import io.sluice.sql.Query;
import io.sluice.test.database.TestServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a value is made of, it comes back as it was and never becomes SQL. */
@Timeout(600)
class HostileValuesIT {
    private static final Field<String> FIELD = new Field<>("f", TEXT);

    @ParameterizedTest
    @EnumSource
    void comeBackFromEveryPlaceThatTakesOne(TestServer server) {
        comeBack(server, HostileText.texts(100, 12));
    }

    @ParameterizedTest
    @EnumSource
    void areFoundByLikeAsTheTextTheyAre(TestServer server) {
        matchLikeJava(server, HostileText.texts(120, 4).toList());
    }

    @ParameterizedTest
    @EnumSource
    @Tag("thorough")
    void comeBackByTheThousand(TestServer server) {
        comeBack(server, HostileText.texts(5_000, 40));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("thorough")
    void areFoundByLikeByTheThousand(TestServer server) {
        matchLikeJava(server, HostileText.texts(2_000, 4).toList());
    }

    @Test
    void comeBackFromArrays() {
        try (var database = new OpenDatabase(TestServer.POSTGRESQL)) {
            List<String> texts = HostileText.texts(300, 12).toList();
            assertThat(database.rows(select(value(texts, array(TEXT))))).containsExactly(texts);
        }
    }

    /** The message, the causes and their messages: all of what would be logged. */
    @ParameterizedTest
    @EnumSource
    void stayOutOfErrors(TestServer server) {
        String secret = "s3cr3t-5512";
        try (var database = new OpenDatabase(server)) {
            database.define("CREATE TABLE vault (k integer PRIMARY KEY, v varchar(30) UNIQUE, n integer)");
            Table vault = Table.named(
                    "vault", Columns.column("k", INTEGER), Columns.column("v", TEXT), Columns.column("n", INTEGER));
            Column<String> v = vault.column("v", String.class);
            Column<Integer> k = vault.column("k", Integer.class);
            Column<Integer> n = vault.column("n", Integer.class);
            var insert = insertInto(vault).values(k.to(1), v.to(secret));
            database.run(insert);

            List<Runnable> failing = List.of(
                    () -> database.run(insertInto(vault).values(k.to(2), v.to(secret))),
                    () -> database.run(insertInto(vault).values(k.to(3), v.to((secret + "/").repeat(10)))),
                    () -> database.run(
                            update(vault).set(n.to(value(secret).cast(INTEGER))).everyRow()),
                    () -> database.rows(select(value(secret).cast(INTEGER))),
                    () -> database.rows(text("SELECT nothing FROM vault WHERE v = :v")
                            .bind("v", secret)
                            .returning(TEXT)),
                    () -> database.rows(select(v).from(vault).where(v.matches("(" + secret))));
            // MariaDB makes a number of any text, so not every database fails at each
            List<String> errors = failing.stream()
                    .map(HostileValuesIT::printed)
                    .filter(error -> !error.isEmpty())
                    .toList();
            assertThat(errors)
                    .hasSizeGreaterThan(2)
                    .allSatisfy(error -> assertThat(error).doesNotContain("s3cr3t"));
            assertThat(insert.toString()
                            + insert.tree()
                            + insert.sql(database.engine().dialect()))
                    .doesNotContain(secret);
            assertThat(database.rows(select(vault).from(vault)).toString()).doesNotContain(secret);
        }
    }

    private static String printed(Runnable statement) {
        try {
            statement.run();
            return "";
        } catch (RuntimeException e) {
            var all = new StringWriter();
            e.printStackTrace(new PrintWriter(all));
            return all.toString();
        }
    }

    private static void comeBack(TestServer server, Stream<String> texts) {
        try (var database = new OpenDatabase(server)) {
            Table table = tableIn(database, server);
            Column<String> v = table.column("v", String.class);
            List<String> failures = new ArrayList<>();
            texts.forEach(hostile -> {
                try {
                    for (Query<String> query : queriesFor(hostile)) {
                        assertThat(database.rows(query)).containsExactly(hostile);
                    }
                    database.run(insertInto(table).values(v.to(hostile)));
                    assertThat(database.rows(select(v).from(table).where(v.eq(hostile))))
                            .containsExactly(hostile);
                    assertThat(database.rows(select(v).from(table).where(v.in(List.of(hostile, "no such text")))))
                            .containsExactly(hostile);
                    database.run(update(table).set(v.to(hostile + "!")).where(v.eq(hostile)));
                    assertThat(database.rows(select(v).from(table))).containsExactly(hostile + "!");
                } catch (RuntimeException | AssertionError e) {
                    failures.add("%s%n    %s".formatted(hostile, e));
                }
                database.run(deleteFrom(table).everyRow());
            });
            assertThat(failures).isEmpty();
        }
    }

    private static List<Query<String>> queriesFor(String hostile) {
        var rows = values(FIELD).row(hostile).as("v");
        return List.of(
                select(value(hostile)),
                select(value(hostile, TEXT).as("label")),
                select(rows.column(FIELD)).from(rows),
                select(coalesce(value(hostile), "other")),
                select(caseWhen(value(1).eq(1), hostile).otherwise("other")),
                select(value("").concat(hostile)),
                select(replace(value("x"), "x", hostile)),
                select(template("({})", TEXT, value(hostile).cast(TEXT))),
                text("SELECT v FROM (SELECT :x AS v) t").bind("x", hostile).returning(TEXT));
    }

    /** How LIKE helpers are meant, and what Java says to the same question. */
    private record Helper(
            BiFunction<Column<String>, String, Condition> condition, BiPredicate<String, String> meaning) {}

    private static void matchLikeJava(TestServer server, List<String> texts) {
        List<Helper> helpers = List.of(
                new Helper(Column::contains, String::contains),
                new Helper(Column::startsWith, String::startsWith),
                new Helper(Column::endsWith, String::endsWith));
        try (var database = new OpenDatabase(server)) {
            Table table = tableIn(database, server);
            Column<String> v = table.column("v", String.class);
            List<String> stored = Stream.concat(texts.stream(), Stream.of("%", "_", "\\", "x"))
                    .distinct()
                    .toList();
            for (String text : stored) {
                database.run(insertInto(table).values(v.to(text)));
            }
            for (String wanted : texts) {
                for (Helper helper : helpers) {
                    assertThat(database.rows(select(v).from(table).where(helper.condition.apply(v, wanted))))
                            .containsExactlyInAnyOrderElementsOf(stored.stream()
                                    .filter(text -> helper.meaning.test(text, wanted))
                                    .toList());
                }
            }
        }
    }

    /** Compared byte by byte, as Java does. */
    private static Table tableIn(OpenDatabase database, TestServer server) {
        String collation = switch (server) {
            case POSTGRESQL -> " COLLATE \"C\"";
            case MARIADB -> " CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin";
            case H2 -> "";
        };
        database.define("CREATE TABLE hostile (v varchar(4000)%s)".formatted(collation));
        return Table.named("hostile", Columns.column("v", TEXT));
    }
}
