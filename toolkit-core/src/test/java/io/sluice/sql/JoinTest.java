package io.sluice.sql;

import static io.sluice.sql.Shop.ADDRESSES;
import static io.sluice.sql.Shop.CUSTOMERS;
import static io.sluice.sql.Shop.LINE_ITEMS;
import static io.sluice.sql.Shop.ORDERS;
import static io.sluice.sql.Shop.PRODUCTS;
import static io.sluice.sql.Shop.STAFF;
import static io.sluice.sql.Sql.and;
import static io.sluice.sql.Sql.field;
import static io.sluice.sql.Sql.rowsOf;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static io.sluice.sql.SqlAssertion.assertRefused;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.TEXT;

import io.sluice.schema.Column;
import io.sluice.schema.Columns;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JoinTest {

    @Nested
    class AlongForeignKeys {

        @Test
        void findsTheWayInBothDirectionsAndOverManyTables() {
            assertPostgresql(
                    select(CUSTOMERS.name, PRODUCTS.title)
                            .from(CUSTOMERS)
                            .join(ORDERS)
                            .leftJoin(LINE_ITEMS)
                            .leftJoin(PRODUCTS),
                    "SELECT customers.name, products.title FROM customers"
                            + " JOIN orders ON orders.customer_id = customers.id"
                            + " LEFT JOIN line_items ON line_items.order_id = orders.id"
                            + " LEFT JOIN products ON line_items.sku = products.sku");
        }

        @Test
        void followsAliases() {
            var o = ORDERS.as("o");
            assertPostgresql(
                    select(o.id).from(CUSTOMERS.as("c")).rightJoin(o),
                    "SELECT o.id FROM customers AS c RIGHT JOIN orders AS o ON o.customer_id = c.id");
        }

        @Test
        void takesAllColumnsOfAKey() {
            var returns = new Returns();
            assertPostgresql(
                    select(returns.reason).from(returns).join(LINE_ITEMS),
                    "SELECT returns.reason FROM returns JOIN line_items"
                            + " ON returns.order_id = line_items.order_id AND returns.number = line_items.number");
        }

        @Test
        void saysThatThereIsNone() {
            assertRefused(
                    () -> select(PRODUCTS.title)
                            .from(CUSTOMERS, ADDRESSES)
                            .join(PRODUCTS)
                            .where(PRODUCTS.title.eq("x")),
                    "join(products): there is no foreign key between products and customers, addresses; say how they belong together with .on(…)");
        }

        @Test
        void listsThemIfThereAreSeveral() {
            assertRefused(
                    () -> select(ADDRESSES.city).from(ORDERS).join(ADDRESSES).tree(),
                    "join(addresses): there are several foreign keys to join along: orders(billed_to) = addresses(id); orders(shipped_to) = addresses(id); choose with .on(…)");
            assertRefused(
                    () -> select(STAFF.name).from(STAFF).join(STAFF.as("boss")).tree(),
                    "join(boss): there are several foreign keys to join along: boss(boss_id) = staff(id); staff(boss_id) = boss(id); choose with .on(…)");
        }

        private static final class Returns extends Table {
            final Column<Long> orderId = column("order_id", BIGINT);
            final Column<Integer> number = column("number", INTEGER);
            final Column<String> reason = column("reason", TEXT);

            Returns() {
                super(TableName.of("returns"));
                foreignKey(List.of(orderId, number), () -> List.of(LINE_ITEMS.orderId, LINE_ITEMS.number));
            }
        }
    }

    @Nested
    class WithItsOwnCondition {

        @Test
        void joinsATableWithItself() {
            var boss = STAFF.as("boss");
            assertPostgresql(
                    select(STAFF.name, boss.name.as("boss_name"))
                            .from(STAFF)
                            .leftJoin(boss)
                            .on(STAFF.bossId.eq(boss.id)),
                    "SELECT staff.name, boss.name AS boss_name FROM staff LEFT JOIN staff AS boss ON staff.boss_id = boss.id");
        }

        @Test
        void adds() {
            assertPostgresql(
                    select(CUSTOMERS.name)
                            .from(CUSTOMERS)
                            .fullJoin(ORDERS)
                            .on(ORDERS.customerId.eq(CUSTOMERS.id))
                            .on(ORDERS.status.eq("paid").or(ORDERS.status.eq("sent"))),
                    "SELECT customers.name FROM customers FULL JOIN orders"
                            + " ON orders.customer_id = customers.id AND (orders.status = $1 OR orders.status = $2)",
                    "paid",
                    "sent");
        }

        @Test
        void belongsRightAfterAJoin() {
            assertRefused(
                    () -> select(ORDERS.id).from(ORDERS).on(ORDERS.id.eq(1L)),
                    "on(…) belongs right after a join; there is none here");
        }
    }

    @Test
    void multipliesRows() {
        assertPostgresql(
                select(CUSTOMERS.name).from(CUSTOMERS, ADDRESSES).crossJoin(STAFF),
                "SELECT customers.name FROM customers, addresses CROSS JOIN staff");
    }

    @Test
    void joinsAQueryThatSeesWhatStandsBeforeIt() {
        var last = select(ORDERS.id)
                .from(ORDERS)
                .where(ORDERS.customerId.eq(CUSTOMERS.id))
                .orderBy(ORDERS.createdAt.desc())
                .limit(1)
                .as("latest")
                .lateral();
        assertPostgresql(
                select(CUSTOMERS.name, last.column(ORDERS.id))
                        .from(CUSTOMERS)
                        .leftJoin(last)
                        .on(and()),
                "SELECT customers.name, latest.id FROM customers LEFT JOIN LATERAL"
                        + " (SELECT orders.id FROM orders WHERE orders.customer_id = customers.id ORDER BY orders.created_at DESC LIMIT $1) AS latest ON TRUE",
                1L);
    }

    @Test
    void joinsTheRowsOfAFunction() {
        var tag = field("tag", TEXT);
        var tags = rowsOf("unnest", PRODUCTS.tags).as("t", tag).withOrdinality();
        assertPostgresql(
                select(PRODUCTS.sku, tags.column(tag), tags.ordinality())
                        .from(PRODUCTS)
                        .crossJoin(tags.lateral()),
                "SELECT products.sku, t.tag, t.ordinality FROM products"
                        + " CROSS JOIN LATERAL unnest(products.tags) WITH ORDINALITY AS t (tag, ordinality)");
        assertRefused(
                () -> rowsOf("unnest", PRODUCTS.tags).as("t"),
                "unnest(…) as t gives rows; say which columns they have");
    }

    @Test
    void needsSomethingToJoin() {
        assertRefused(
                () -> select(ORDERS.id).join(ORDERS),
                "join(orders): there is nothing to join it to; begin with from(…)");
    }

    @Test
    void refusesTheSameNameTwice() {
        assertRefused(
                () -> select(ORDERS.id).from(ORDERS, ORDERS),
                "orders stands twice in FROM; give one of them an alias with .as(…)");
    }

    @Test
    void takesTablesMadeAtRunTime() {
        var a = Table.named("a", Columns.column("id", BIGINT, Columns.primaryKey()));
        var b = Table.named(TableName.of("s", "b"), Columns.column("a_id", BIGINT));
        assertPostgresql(
                select(a.column("id", Long.class))
                        .from(a)
                        .join(b)
                        .on(b.column("a_id", Long.class).eq(a.column("id", Long.class))),
                "SELECT a.id FROM a JOIN s.b ON s.b.a_id = a.id");
        assertRefused(() -> a.column("name", String.class), "table a has no column name; it has [id]");
        assertRefused(() -> a.column("id", String.class), "a.id is read as Long, not String");
    }
}
