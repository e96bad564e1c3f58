package io.sluice.schema;

import static io.sluice.schema.Columns.column;
import static io.sluice.schema.Shop.ORDERS;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.value;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.DATE;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.array;
import static io.sluice.type.SqlTypes.enumeration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.Dialects;
import io.sluice.sql.StatementException;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What stands beside tables: sequences, enum types, schemas, views, indexes and partitions, created and dropped one by one. */
class SchemaObjectTest {
    private enum Mood {
        GOOD,
        BAD
    }

    @Test
    void sequences() {
        Sequence numbers = Sequence.of(TableName.of("s", "it's"))
                .startingAt(10)
                .incrementingBy(-2)
                .between(-100, 10)
                .caching(5)
                .cycling();
        assertThat(numbers.create().texts(Dialects.H2))
                .containsExactly(
                        "CREATE SEQUENCE s.\"it's\" START WITH 10 INCREMENT BY -2 MINVALUE -100 MAXVALUE 10 CACHE 5 CYCLE");
        assertThat(numbers.drop().ifNeeded().texts(Dialects.MARIADB))
                .containsExactly("DROP SEQUENCE IF EXISTS s.`it's`");
        var next = select(numbers.next());
        assertThat(next.sql(Dialects.POSTGRESQL).text()).isEqualTo("SELECT nextval('s.\"it''s\"')");
        assertThat(next.sql(Dialects.H2).text()).isEqualTo("SELECT NEXT VALUE FOR s.\"it's\"");
        assertThat(next.sql(Dialects.MARIADB).text()).isEqualTo("SELECT NEXT VALUE FOR s.`it's`");
    }

    @Test
    void enumTypes() {
        EnumType mood = EnumType.of(array(enumeration("mood", Mood.class)));
        assertThat(mood.create().texts(Dialects.POSTGRESQL))
                .containsExactly("CREATE TYPE mood AS ENUM ('GOOD', 'BAD')");
        assertThat(mood.create().ifNeeded().texts(Dialects.POSTGRESQL))
                .containsExactly(
                        "DO $$ BEGIN CREATE TYPE mood AS ENUM ('GOOD', 'BAD'); EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        assertThat(mood.create().texts(Dialects.H2)).containsExactly("CREATE DOMAIN mood AS ENUM ('GOOD', 'BAD')");
        assertThat(mood.drop().texts(Dialects.H2)).containsExactly("DROP DOMAIN mood");
        assertThat(mood.create().texts(Dialects.MARIADB)).isEmpty();
        assertRefused(() -> EnumType.of(BIGINT), "bigint is no enum type");
    }

    @Test
    void enumTypesThatColumnsUseAreCreatedOnce() {
        var mood = enumeration("mood", Mood.class);
        Metadata model =
                Metadata.of(Table.named("a", column("mood", mood)), Table.named("b", column("moods", array(mood))));
        assertThat(model.createAll().strict().texts(Dialects.POSTGRESQL))
                .filteredOn(text -> text.startsWith("CREATE TYPE"))
                .hasSize(1);
        assertThat(model.dropAll().texts(Dialects.POSTGRESQL)).last().isEqualTo("DROP TYPE IF EXISTS mood");
        assertRefused(
                () -> Metadata.of(new EnumType("mood", List.of("FAIR")), Table.named("a", column("mood", mood)))
                        .createAll(),
                "a.mood uses an enum type mood with the labels [GOOD, BAD], and another has [FAIR]");
    }

    @Test
    void schemas() {
        assertThat(Schema.of("s").create().ifNeeded().texts(Dialects.H2))
                .containsExactly("CREATE SCHEMA IF NOT EXISTS s");
        assertThat(Schema.of("s").drop().texts(Dialects.POSTGRESQL)).containsExactly("DROP SCHEMA s RESTRICT");
        assertThat(Schema.of("s").dropWithContents().texts(Dialects.POSTGRESQL))
                .containsExactly("DROP SCHEMA s CASCADE");
        assertThat(Schema.of("s").dropWithContents().texts(Dialects.MARIADB)).containsExactly("DROP SCHEMA s");
    }

    @Test
    void views() {
        View paid = View.of(
                "paid",
                select(ORDERS.id, ORDERS.totalCents.as("cents")).from(ORDERS).where(ORDERS.status.eq("it's $$")));
        assertThat(paid.create().texts(Dialects.POSTGRESQL))
                .containsExactly(
                        "CREATE VIEW paid (id, cents) AS SELECT orders.id, orders.total_cents AS cents FROM orders WHERE orders.status = 'it''s $$'");
        assertThat(paid.create().ifNeeded().texts(Dialects.POSTGRESQL).get(0))
                .startsWith("DO $q0$ BEGIN CREATE VIEW paid ")
                .endsWith("; EXCEPTION WHEN duplicate_table THEN NULL; END $q0$");
        assertThat(paid.inSchema("s").create().texts(Dialects.H2).get(0)).startsWith("CREATE VIEW s.paid (id, cents)");
        assertThat(select(paid.column(ORDERS.id)).from(paid).sql(Dialects.H2).text())
                .isEqualTo("SELECT paid.id FROM paid");
        assertRefused(
                () -> View.of("v", select(value(1))),
                "view v: column 1 of its query has no name; give it a label with .as(…)");
    }

    @Test
    void indexes() {
        var recent = Index.on(ORDERS.createdAt.desc().nullsLast()).where(ORDERS.status.in(List.of("new", "paid")));
        assertThat(ORDERS.createIndex(recent).texts(Dialects.POSTGRESQL))
                .containsExactly(
                        "CREATE INDEX ix_orders_created_at ON orders (created_at DESC NULLS LAST) WHERE status IN ('new', 'paid')");
        assertThat(ORDERS.dropIndex(recent).ifNeeded().texts(Dialects.POSTGRESQL))
                .containsExactly("DROP INDEX IF EXISTS ix_orders_created_at");
        assertThat(ORDERS.dropIndex(recent).texts(Dialects.MARIADB))
                .containsExactly("DROP INDEX ix_orders_created_at ON orders");
        assertRefused(
                () -> Index.on(ORDERS.id).using("gin (x)"),
                "using(\"gin (x)\"): that is no name of an index method; say one such as \"gin\" or \"hash\"");
    }

    @Test
    void partitions() {
        Table events = Table.named("events", column("at", DATE), column("n", INTEGER));
        var byRange = Partitioning.byRange(events.column("at", LocalDate.class))
                .partition("early", null, LocalDate.of(2025, 1, 1));
        assertThat(events.with(byRange.rest("others")).inSchema("s").create().texts(Dialects.POSTGRESQL))
                .containsExactly(
                        "CREATE TABLE s.events (\n    at date,\n    n integer\n) PARTITION BY RANGE (at)",
                        "CREATE TABLE s.early PARTITION OF s.events FOR VALUES FROM (MINVALUE) TO (DATE '2025-01-01')",
                        "CREATE TABLE s.others PARTITION OF s.events DEFAULT");
        assertThat(events.with(byRange).create().texts(Dialects.MARIADB).get(0))
                .endsWith(") PARTITION BY RANGE COLUMNS (at) (PARTITION early VALUES LESS THAN (DATE '2025-01-01'))");
        var byHash = Partitioning.byHash(events.column("n", Integer.class), "p", 2);
        assertThat(events.with(byHash).create().texts(Dialects.MYSQL).get(0))
                .endsWith(") PARTITION BY HASH (n) (PARTITION p0, PARTITION p1)");
        assertRefused(
                () -> byHash.partition("p", 1, 2),
                "partition(name, from, to) belongs to partitions by RANGE, and these are by HASH");
    }

    private static void assertRefused(ThrowingCallable builds, String message) {
        assertThatExceptionOfType(StatementException.class).isThrownBy(builds).withMessage(message);
    }
}
