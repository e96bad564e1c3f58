package io.sluice.sql;

import static io.sluice.sql.Shop.CUSTOMERS;
import static io.sluice.sql.Shop.ORDERS;
import static io.sluice.sql.Sql.scalar;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static io.sluice.sql.SqlAssertion.assertRefused;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.Dialects;
import io.sluice.schema.Columns;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectTest {

    @Test
    void selectsColumnsLabelsAndWholeTables() {
        assertPostgresql(select(CUSTOMERS.name).from(CUSTOMERS), "SELECT customers.name FROM customers");
        assertPostgresql(
                select(
                                CUSTOMERS.name.as("who"),
                                Functions.upper(CUSTOMERS.country).as("Land"))
                        .from(CUSTOMERS),
                "SELECT customers.name AS who, upper(customers.country) AS \"Land\" FROM customers");
        assertPostgresql(
                select(CUSTOMERS).from(CUSTOMERS),
                "SELECT customers.id, customers.name, customers.email, customers.country, customers.active FROM customers");
        assertPostgresql(
                select(Shop.ADDRESSES, CUSTOMERS.name).from(Shop.ADDRESSES).crossJoin(CUSTOMERS),
                "SELECT addresses.id, addresses.city, customers.name FROM addresses CROSS JOIN customers");
    }

    @Test
    void selectsWhatIsKnownOnlyAtRunTime() {
        assertPostgresql(
                select(List.of(CUSTOMERS.id, CUSTOMERS.name.as("n"))).from(CUSTOMERS),
                "SELECT customers.id, customers.name AS n FROM customers");
        assertRefused(() -> select(List.of()), "select(…): the list is empty; name at least one column");
    }

    @Test
    void needsNoFrom() {
        assertPostgresql(select(value(1).plus(2)), "SELECT $1 + $2", 1, 2);
        assertPostgresql(select(Functions.now()), "SELECT CURRENT_TIMESTAMP");
    }

    @Test
    void dropsEqualRows() {
        assertPostgresql(
                select(CUSTOMERS.country).distinct().from(CUSTOMERS),
                "SELECT DISTINCT customers.country FROM customers");
        assertPostgresql(
                select(ORDERS.customerId, ORDERS.id)
                        .distinctOn(ORDERS.customerId)
                        .from(ORDERS)
                        .orderBy(ORDERS.customerId, ORDERS.createdAt.desc()),
                "SELECT DISTINCT ON (orders.customer_id) orders.customer_id, orders.id FROM orders"
                        + " ORDER BY orders.customer_id, orders.created_at DESC");
    }

    @Test
    void sortsByExpressionsLabelsAndWhereNullsStand() {
        var spent = ORDERS.totalCents.times(2).as("spent");
        assertPostgresql(
                select(ORDERS.id, spent)
                        .from(ORDERS)
                        .orderBy(
                                spent.desc(),
                                ORDERS.note.asc().nullsFirst(),
                                ORDERS.id.desc().nullsLast())
                        .orderBy(ORDERS.status),
                "SELECT orders.id, orders.total_cents * $1 AS spent FROM orders"
                        + " ORDER BY spent DESC, orders.note NULLS FIRST, orders.id DESC NULLS LAST, orders.status",
                2);
    }

    @Test
    void neverChangesAfterItWasMade() {
        var all = select(ORDERS.id).from(ORDERS);
        var paid = all.where(ORDERS.status.eq("paid"));
        var recent = all.orderBy(ORDERS.createdAt.desc()).limit(3);
        assertPostgresql(all, "SELECT orders.id FROM orders");
        assertPostgresql(paid, "SELECT orders.id FROM orders WHERE orders.status = $1", "paid");
        assertPostgresql(recent, "SELECT orders.id FROM orders ORDER BY orders.created_at DESC LIMIT $1", 3L);
        assertThat(all.where(ORDERS.status.eq("paid"))).isEqualTo(paid).hasSameHashCodeAs(paid);
        assertThat(all.where(ORDERS.status.eq("open"))).isNotEqualTo(paid);
    }

    @Test
    void takesTheValueOfAQuery() {
        var last =
                scalar(select(Aggregates.max(ORDERS.createdAt)).from(ORDERS).where(ORDERS.customerId.eq(CUSTOMERS.id)));
        assertPostgresql(
                select(CUSTOMERS.name, last.as("latest")).from(CUSTOMERS).orderBy(last.desc()),
                "SELECT customers.name, (SELECT max(orders.created_at) FROM orders WHERE orders.customer_id = customers.id) AS latest"
                        + " FROM customers ORDER BY (SELECT max(orders.created_at) FROM orders WHERE orders.customer_id = customers.id) DESC");
        assertRefused(
                () -> scalar(select(ORDERS).from(ORDERS)), "a query used as a value must select one column, not 8");
    }

    @Test
    void standsInFromUnderAnAlias() {
        var totals = select(ORDERS.customerId, Aggregates.sum(ORDERS.totalCents).as("cents"), value("x"))
                .from(ORDERS)
                .groupBy(ORDERS.customerId)
                .as("totals");
        assertPostgresql(
                select(CUSTOMERS.name, totals.column("cents", BIGINT), totals.column("column3", TEXT))
                        .from(CUSTOMERS)
                        .join(totals)
                        .on(totals.column(ORDERS.customerId).eq(CUSTOMERS.id)),
                "SELECT customers.name, totals.cents, totals.column3 FROM customers"
                        + " JOIN (SELECT orders.customer_id, sum(orders.total_cents) AS cents, $1 AS column3 FROM orders GROUP BY orders.customer_id) AS totals"
                        + " ON totals.customer_id = customers.id",
                "x");
        assertRefused(
                () -> totals.column("total", BIGINT),
                "totals has no column total; it has [customer_id, cents, column3]");
        assertRefused(() -> totals.column("cents", TEXT), "totals.cents is bigint, not text");
    }

    @Test
    void quotesNamesThatNeedIt() {
        var odd = Table.named(
                TableName.of("My \"Schema\"", "order"),
                Columns.column("select", BIGINT),
                Columns.column("größe", TEXT),
                Columns.column("a.b", varchar(3)));
        assertPostgresql(
                select(odd).from(odd),
                "SELECT \"My \"\"Schema\"\"\".\"order\".\"select\", \"My \"\"Schema\"\"\".\"order\".\"größe\","
                        + " \"My \"\"Schema\"\"\".\"order\".\"a.b\" FROM \"My \"\"Schema\"\"\".\"order\"");
        var longName = Table.named("t", Columns.column("x".repeat(64), BIGINT));
        assertRefused(
                () -> select(longName).from(longName).sql(Dialects.POSTGRESQL),
                "\"%s\" is too long for a name in PostgreSQL, which keeps 63 bytes; choose a shorter one"
                        .formatted("x".repeat(64)));
    }

    @Test
    void showsItselfInStandardSqlWithoutItsValues() {
        assertThat(select(ORDERS.id).from(ORDERS).where(ORDERS.note.eq("secret")))
                .hasToString("SELECT orders.id FROM orders WHERE orders.note = $1");
        assertThat(select(ORDERS.id).from(ORDERS).sql(Dialects.H2)).hasToString("SELECT orders.id FROM orders");
    }

    @Test
    void refusesALabelThatIsNone() {
        assertRefused(() -> ORDERS.id.as(""), "a label must not be empty; give it a name");
    }
}
