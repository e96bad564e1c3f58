package io.sluice.safety;

import static io.sluice.schema.Columns.column;
import static io.sluice.schema.Columns.comment;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.serverDefault;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.value;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.schema.Check;
import io.sluice.schema.Column;
import io.sluice.schema.ColumnDefinition;
import io.sluice.schema.Definition;
import io.sluice.schema.ForeignKey;
import io.sluice.schema.Index;
import io.sluice.schema.Metadata;
import io.sluice.schema.PrimaryKey;
import io.sluice.schema.Sequence;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import io.sluice.schema.UniqueKey;
import io.sluice.schema.View;
import io.sluice.sql.StatementException;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a name or a text is made of, a definition keeps it. */
@Timeout(300)
class HostileDefinitionsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ParameterizedTest
    @EnumSource
    void keepNames(TestServer server) {
        try (var database = new OpenDatabase(server)) {
            int kept = 0;
            for (String name : Stream.concat(HostileText.names().stream(), HostileText.texts(100, 6))
                    .distinct()
                    .toList()) {
                Metadata model = modelOf(name);
                try {
                    model.createAll().texts(database.engine().dialect());
                } catch (StatementException refused) {
                    continue;
                }
                define(database, model.createAll().strict());
                requireUsable(database, model.table(name), name);
                define(database, model.createAll());
                define(database, model.dropAll().strict());
                kept++;
            }
            assertThat(kept).isGreaterThan(60);
        }
    }

    private static void requireUsable(OpenDatabase database, Table table, String name) {
        Column<Integer> column = table.column(name, Integer.class);
        database.run(insertInto(table).values(column.to(1)));
        assertThat(database.rows(select(column).from(table))).containsExactly(1);
    }

    /** The name wherever a definition takes one. */
    private static Metadata modelOf(String name) {
        Table plain = Table.named(
                name,
                column(name, INTEGER, comment("of " + name.replace('\\', '/'))),
                column("number", BIGINT, serverDefault(Sequence.of(name + "s").next())),
                column("other", INTEGER));
        Column<Integer> column = plain.column(name, Integer.class);
        Table table = plain.with(
                PrimaryKey.of(column).named(name + "p"),
                UniqueKey.of(column, plain.column("other", Integer.class)).named(name + "u"),
                Check.of(column.gt(0)).named(name + "c"),
                ForeignKey.of(plain.column("other", Integer.class))
                        .references(TableName.of(name), name)
                        .named(name + "f"),
                Index.on(plain.column("other", Integer.class)).named(name + "i"));
        return Metadata.of(
                Sequence.of(name + "s"),
                table,
                View.of(name + "v", select(column).from(table)));
    }

    @ParameterizedTest
    @EnumSource
    void keepTexts(TestServer server) {
        try (var database = new OpenDatabase(server)) {
            requireKept(database);
        }
    }

    /** There a backslash is a letter like others, and not the beginning of an escape. */
    @Test
    void keepTextsInBothOfMariadbsModes() {
        try (var database = new OpenDatabase(TestServer.MARIADB)) {
            database.define("SET sql_mode = CONCAT(@@sql_mode, ',NO_BACKSLASH_ESCAPES')");
            requireKept(database);
        }
    }

    @Test
    void keepTextsIfPostgresqlTakesBackslashesForEscapes() {
        try (var database = new OpenDatabase(TestServer.POSTGRESQL)) {
            database.define("SET standard_conforming_strings = off");
            requireKept(database);
        }
    }

    private static void requireKept(OpenDatabase database) {
        List<String> texts = Stream.concat(
                        Stream.of(
                                "\\", "'", "\\'", "'\\", "''", "\\\\", ";", "$1", "?", "?1", "$$", "$q0$", "é漢😀", "\"",
                                "`"),
                        HostileText.texts(40, 12))
                .filter(text -> text.indexOf('\0') < 0)
                .toList();
        Table table = Table.named(
                "texts",
                Stream.concat(
                                Stream.of(column("id", INTEGER, primaryKey())),
                                IntStream.range(0, texts.size())
                                        .mapToObj(i -> column("c" + i, varchar(200), serverDefault(texts.get(i)))))
                        .toArray(ColumnDefinition<?>[]::new));
        Column<String> first = table.column("c0", String.class);
        Metadata model = Metadata.of(
                table.with(Check.of(first.notIn(texts.subList(1, texts.size())))),
                View.of(
                        "equal",
                        select(table.column("id", Integer.class)).from(table).where(first.eq(texts.get(0)))));
        define(database, model.createAll().strict());
        database.run(insertInto(table).values(table.column("id", Integer.class).to(1)));
        for (int i = 0; i < texts.size(); i++) {
            Column<String> column = table.column("c" + i, String.class);
            assertThat(database.rows(select(column).from(table))).containsExactly(texts.get(i));
        }
        assertThat(database.rows(select(value(1)).from(Table.named("equal", column("id", INTEGER)))))
                .hasSize(1);
        define(database, model.createAll());
        define(database, model.dropAll());
    }

    private static void define(OpenDatabase database, Definition definition) {
        database.engine().execute(definition).done().block(PATIENCE);
    }
}
