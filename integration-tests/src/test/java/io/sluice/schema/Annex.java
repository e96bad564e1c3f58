package io.sluice.schema;

import static io.sluice.schema.Columns.collation;
import static io.sluice.schema.Columns.column;
import static io.sluice.schema.Columns.computedWhenRead;
import static io.sluice.schema.Columns.generated;
import static io.sluice.schema.Columns.generatedAlways;
import static io.sluice.schema.Columns.indexed;
import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.schema.Columns.serverDefault;
import static io.sluice.sql.Functions.lower;
import static io.sluice.sql.tree.ReferentialAction.CASCADE;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.DATE;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.JSONB;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.array;
import static io.sluice.type.SqlTypes.enumeration;
import static io.sluice.type.SqlTypes.varchar;

import io.sluice.Dialects;
import io.sluice.type.Json;
import java.time.LocalDate;
import java.util.List;

/** What not every database can say, as far as each can. */
final class Annex {
    private static final String LONG = "a_name_that_is_rather_long_for_a_column_of_a_table";

    private Annex() {}

    static Metadata onPostgresql() {
        return Metadata.of(
                Schema.of("annex"), Depot.PART_NUMBERS, papers(), listed(), hashed(), events(), rooms(), longNames());
    }

    static Metadata onH2() {
        var counted = Table.named("counted", column("id", BIGINT, primaryKey(), generatedAlways()));
        return Metadata.of(Schema.of("annex"), counted, rooms(), longNames());
    }

    static Metadata onMariadb() {
        var title = column("title", varchar(80), collation("utf8mb4_bin"));
        var body = column("body", TEXT, notNull());
        var plain = Table.named("articles", column("id", BIGINT, primaryKey(), generated()), title, body);
        Column<String> titled = plain.column("title", String.class);
        Table articles = Table.named(
                        "articles",
                        column("id", BIGINT, primaryKey(), generated()),
                        title,
                        body,
                        column("small_title", varchar(80), computedWhenRead(lower(titled))))
                .with(
                        Index.on(plain.column("body", String.class)).using("fulltext"),
                        Index.on(titled).using("btree").named("by_title"),
                        TableOption.of(Dialects.MARIADB, "ROW_FORMAT = DYNAMIC"),
                        TableOption.of(Dialects.POSTGRESQL, "WITH (fillfactor = 70)"));
        return Metadata.of(articles, hashedWithKey(), ranged(), longNames());
    }

    private static Table papers() {
        var owner = column("owner", varchar(40), notNull(), collation("C"));
        var plain = Table.named(
                "papers",
                column("id", BIGINT, primaryKey(), generatedAlways()),
                owner,
                column("doc", JSONB, notNull(), serverDefault(new Json("{\"it's\": \"\\\\\"}"))),
                column("tags", array(TEXT), serverDefault(List.of("a'b", "c\\d", "é"))),
                column("grades", array(enumeration("grade", Grade.class)), serverDefault(List.of(Grade.WORN))),
                column(
                        "later",
                        references("papers", "id", BIGINT).initiallyDeferred().named("later_paper")),
                column(
                        "earlier",
                        references("papers", "id", BIGINT).deferrable().onDelete(CASCADE)));
        Column<String> owned = plain.column("owner", String.class);
        return plain.with(
                Index.on(plain.column("doc", Json.class)).using("gin"),
                Index.on(lower(owned)).unique().where(owned.ne("nobody")).named("one_paper_each"),
                Index.on(owned.desc().nullsLast(), plain.column("later", Long.class)),
                TableOption.of(Dialects.POSTGRESQL, "WITH (fillfactor = 70)"),
                TableComment.of("C:\\papers"));
    }

    private static Table events() {
        var plain = Table.named("events", column("at", DATE, notNull()), column("what", TEXT, indexed()));
        return plain.with(Partitioning.byRange(plain.column("at", LocalDate.class))
                .partition("events_before", null, LocalDate.of(2025, 1, 1))
                .partition("events_2025", LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1))
                .rest("events_later"));
    }

    private static Table ranged() {
        var plain = Table.named("events", column("at", DATE, notNull()), column("what", varchar(20)));
        return plain.with(Partitioning.byRange(plain.column("at", LocalDate.class))
                .partition("events_before", null, LocalDate.of(2025, 1, 1))
                .partition("events_later", LocalDate.of(2025, 1, 1), null));
    }

    private static Table listed() {
        var plain = Table.named("clients", column("country", varchar(2), notNull()));
        return plain.with(Partitioning.byList(plain.column("country", String.class))
                .partition("clients_north", List.of("SE", "NO"))
                .rest("clients_elsewhere"));
    }

    private static Table hashed() {
        var plain = Table.named("visits", column("client", BIGINT, notNull()));
        return plain.with(Partitioning.byHash(plain.column("client", Long.class), "visits_", 2));
    }

    private static Table hashedWithKey() {
        var plain = Table.named("visits", column("client", BIGINT, primaryKey()));
        return plain.with(Partitioning.byHash(plain.column("client", Long.class), "visits_", 2));
    }

    private static Table rooms() {
        var plain = Table.named(
                "rooms",
                column("id", BIGINT, primaryKey()),
                column("beside", references("rooms", "id", BIGINT), indexed()),
                column("size", INTEGER));
        return plain.with(Check.of(plain.column("size", Integer.class).gt(0))).inSchema("annex");
    }

    private static Table longNames() {
        var plain = Table.named(
                "a_table_with_a_name_that_is_rather_long",
                column(LONG + "_1", BIGINT, primaryKey()),
                column(LONG + "_2", references("a_table_with_a_name_that_is_rather_long", LONG + "_1", BIGINT)));
        return plain.with(Index.on(plain.column(LONG + "_1", Long.class), plain.column(LONG + "_2", Long.class)));
    }
}
