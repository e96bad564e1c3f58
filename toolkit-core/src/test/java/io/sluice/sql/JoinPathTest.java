package io.sluice.sql;

import static io.sluice.sql.Shop.ADDRESSES;
import static io.sluice.sql.Shop.CUSTOMERS;
import static io.sluice.sql.Shop.LINE_ITEMS;
import static io.sluice.sql.Shop.ORDERS;
import static io.sluice.sql.Shop.PRODUCTS;
import static io.sluice.sql.Shop.STAFF;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static io.sluice.sql.SqlAssertion.assertRefused;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.schema.Column;
import io.sluice.schema.Path;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JoinPathTest {
    private final Path ordered = Path.from(CUSTOMERS).to(ORDERS).to(LINE_ITEMS).to(PRODUCTS);
    private final Shop.Staff boss = STAFF.as("boss");
    private final Shop.Staff chief = STAFF.as("chief");

    @Test
    void joinsEveryHop() {
        String hops = "%1$s JOIN orders ON orders.customer_id = customers.id"
                + "%1$s JOIN line_items ON line_items.order_id = orders.id"
                + "%1$s JOIN products ON line_items.sku = products.sku";

        assertPostgresql(
                select(PRODUCTS.title).from(CUSTOMERS).join(ordered),
                "SELECT products.title FROM customers" + hops.formatted(""));
        assertPostgresql(
                select(PRODUCTS.title).from(CUSTOMERS).leftJoin(ordered),
                "SELECT products.title FROM customers" + hops.formatted(" LEFT"));
    }

    @Test
    void walksEitherWayAlongAKey() {
        assertPostgresql(
                select(CUSTOMERS.name)
                        .from(PRODUCTS)
                        .join(Path.from(PRODUCTS).to(LINE_ITEMS).to(ORDERS).to(CUSTOMERS)),
                "SELECT customers.name FROM products JOIN line_items ON line_items.sku = products.sku"
                        + " JOIN orders ON line_items.order_id = orders.id"
                        + " JOIN customers ON orders.customer_id = customers.id");
    }

    @Test
    void goesOnFromAnythingThatIsThere() {
        assertPostgresql(
                select(PRODUCTS.title)
                        .from(CUSTOMERS)
                        .join(ORDERS)
                        .join(Path.from(ORDERS).to(LINE_ITEMS).to(PRODUCTS))
                        .on(PRODUCTS.price.isNotNull())
                        .where(CUSTOMERS.active),
                "SELECT products.title FROM customers JOIN orders ON orders.customer_id = customers.id"
                        + " JOIN line_items ON line_items.order_id = orders.id"
                        + " JOIN products ON line_items.sku = products.sku AND products.price IS NOT NULL"
                        + " WHERE customers.active");
    }

    @Test
    void tellsTheColumnsOfAKeyWhereSeveralLeadThere() {
        Table billed = ADDRESSES.as("billed");
        Table shipped = ADDRESSES.as("shipped");

        assertPostgresql(
                select(ORDERS.id)
                        .from(ORDERS)
                        .join(Path.from(ORDERS).to(billed, ORDERS.billedTo))
                        .leftJoin(Path.from(ORDERS).to(shipped, ORDERS.shippedTo)),
                "SELECT orders.id FROM orders JOIN addresses AS billed ON orders.billed_to = billed.id"
                        + " LEFT JOIN addresses AS shipped ON orders.shipped_to = shipped.id");
    }

    @Nested
    class ToTheSameTable {
        @Test
        void goesUp() {
            assertPostgresql(
                    select(STAFF.name, chief.name)
                            .from(STAFF)
                            .join(Path.from(STAFF).to(boss, STAFF.bossId).to(chief, boss.bossId)),
                    "SELECT staff.name, chief.name FROM staff JOIN staff AS boss ON staff.boss_id = boss.id"
                            + " JOIN staff AS chief ON boss.boss_id = chief.id");
        }

        @Test
        void goesDown() {
            assertPostgresql(
                    select(STAFF.name)
                            .from(chief)
                            .join(Path.from(chief).to(boss, boss.bossId).to(STAFF, STAFF.bossId)),
                    "SELECT staff.name FROM staff AS chief JOIN staff AS boss ON boss.boss_id = chief.id"
                            + " JOIN staff ON staff.boss_id = boss.id");
        }

        @Test
        void mustSayWhichWay() {
            assertRefused(
                    () -> Path.from(STAFF).to(boss),
                    "path from staff to boss: there are several foreign keys: staff(boss_id) = boss(id);"
                            + " boss(boss_id) = staff(id); say which by its columns, those of staff or of boss");
        }

        @Test
        void needsAnAlias() {
            assertRefused(
                    () -> Path.from(STAFF).to(boss, STAFF.bossId).to(STAFF, boss.bossId),
                    "path from staff to staff AS boss to staff: it has been there; give the table another alias with .as(…)");
        }
    }

    @Test
    void takesAllColumnsOfAKey() {
        var parcels = new Parcels();

        assertPostgresql(
                select(parcels.id)
                        .from(parcels)
                        .join(Path.from(parcels).to(LINE_ITEMS, parcels.orderId, parcels.number)),
                "SELECT parcels.id FROM parcels JOIN line_items"
                        + " ON parcels.order_id = line_items.order_id AND parcels.number = line_items.number");
    }

    /** As two relations do that go over the same table. */
    @Test
    void joinsACommonBeginningOnce() {
        assertPostgresql(
                select(PRODUCTS.title, ADDRESSES.city)
                        .from(CUSTOMERS)
                        .join(ordered)
                        .join(Path.from(CUSTOMERS).to(ORDERS).to(ADDRESSES, ORDERS.billedTo)),
                "SELECT products.title, addresses.city FROM customers"
                        + " JOIN orders ON orders.customer_id = customers.id"
                        + " JOIN line_items ON line_items.order_id = orders.id"
                        + " JOIN products ON line_items.sku = products.sku"
                        + " JOIN addresses ON orders.billed_to = addresses.id");
        assertRefused(
                () -> select(PRODUCTS.title)
                        .from(CUSTOMERS)
                        .join(ordered)
                        .leftJoin(Path.from(CUSTOMERS).to(ORDERS).to(ADDRESSES, ORDERS.billedTo)),
                "orders stands twice in FROM; give one of them an alias with .as(…)");
    }

    /** What a relation of entities is to a join. */
    @Test
    void canBeMadeOfAnyConditions() {
        Derived large = select(ORDERS.customerId.as("buyer")).from(ORDERS).as("large");
        JoinPath path = () -> List.of(new JoinPath.Hop(
                CUSTOMERS, large, large.column("buyer", BIGINT).eq(CUSTOMERS.id).and(CUSTOMERS.active)));

        assertPostgresql(
                select(CUSTOMERS.name).from(CUSTOMERS).join(path),
                "SELECT customers.name FROM customers JOIN (SELECT orders.customer_id AS buyer FROM orders) AS large"
                        + " ON large.buyer = customers.id AND customers.active");
    }

    @Test
    void saysWhatThereIsInsteadOfAKey() {
        assertRefused(
                () -> Path.from(CUSTOMERS).to(PRODUCTS),
                "path from customers to products: there is no foreign key between them; go over a table that has one to each");
        assertRefused(
                () -> Path.from(ORDERS).to(ADDRESSES),
                "path from orders to addresses: there are several foreign keys: orders(billed_to) = addresses(id);"
                        + " orders(shipped_to) = addresses(id); say which by its columns, those of orders or of addresses");
        assertRefused(
                () -> Path.from(ORDERS).to(ADDRESSES, ORDERS.customerId),
                "path from orders to addresses: no foreign key is orders.customer_id, but there is:"
                        + " orders(billed_to) = addresses(id); orders(shipped_to) = addresses(id);"
                        + " name the columns of one of these");
    }

    @Test
    void saysWhereItCannotBegin() {
        assertRefused(
                () -> select(PRODUCTS.title).from(LINE_ITEMS).join(ordered),
                "join(…): the path comes from customers, which is not in FROM: [line_items];"
                        + " name it in from(…), or begin the path where this statement is");
        assertRefused(
                () -> select(CUSTOMERS.name).from(CUSTOMERS).join(Path.from(CUSTOMERS)),
                "path from customers: it goes nowhere; say to(…)");
    }

    @Test
    void isAValue() {
        assertThat(Path.from(CUSTOMERS).to(ORDERS))
                .isEqualTo(Path.from(CUSTOMERS).to(ORDERS))
                .hasSameHashCodeAs(Path.from(CUSTOMERS).to(ORDERS))
                .isNotEqualTo(Path.from(ORDERS).to(CUSTOMERS))
                .hasToString("from customers to orders");
    }

    private static final class Parcels extends Table {
        final Column<Long> id = column("id", BIGINT);
        final Column<Long> orderId = column("order_id", BIGINT);
        final Column<Integer> number = column("number", INTEGER);

        private Parcels() {
            super(TableName.of("parcels"));
            foreignKey(List.of(orderId, number), () -> List.of(LINE_ITEMS.orderId, LINE_ITEMS.number));
        }
    }
}
