package io.sluice.sql;

import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Shop.CUSTOMERS;
import static io.sluice.sql.Shop.ORDERS;
import static io.sluice.sql.Shop.STAFF;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.Sql.with;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static io.sluice.sql.SqlAssertion.assertRefused;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;

import org.junit.jupiter.api.Test;

class CteTest {
    private final Cte paid = select(ORDERS.customerId, ORDERS.totalCents)
            .from(ORDERS)
            .where(ORDERS.status.eq("paid"))
            .asCte("paid");
    private static final String PAID =
            "paid (customer_id, total_cents) AS (SELECT orders.customer_id, orders.total_cents FROM orders WHERE orders.status = $1)";

    @Test
    void isASourceLikeATable() {
        assertPostgresql(
                with(paid)
                        .select(CUSTOMERS.name, sum(paid.column(ORDERS.totalCents)))
                        .from(CUSTOMERS)
                        .join(paid)
                        .on(paid.column(ORDERS.customerId).eq(CUSTOMERS.id))
                        .groupBy(CUSTOMERS.name),
                "WITH " + PAID + " SELECT customers.name, sum(paid.total_cents) FROM customers"
                        + " JOIN paid ON paid.customer_id = customers.id GROUP BY customers.name",
                "paid");
    }

    @Test
    void mayUseThoseBeforeItAndBeUsedTwice() {
        var sums = select(
                        paid.column(ORDERS.customerId),
                        sum(paid.column(ORDERS.totalCents)).as("cents"))
                .from(paid)
                .groupBy(paid.column(ORDERS.customerId))
                .asCte("sums");
        var other = sums.as("other");
        assertPostgresql(
                with(paid, sums)
                        .select(sums.column("cents", BIGINT))
                        .from(sums)
                        .join(other)
                        .on(other.column("cents", BIGINT).gt(sums.column("cents", BIGINT))),
                "WITH " + PAID
                        + ", sums (customer_id, cents) AS (SELECT paid.customer_id, sum(paid.total_cents) AS cents FROM paid GROUP BY paid.customer_id)"
                        + " SELECT sums.cents FROM sums JOIN sums AS other ON other.cents > sums.cents",
                "paid");
    }

    @Test
    void tellsThePlannerWhetherToKeepIt() {
        assertPostgresql(
                with(paid.materialized(true)).select(paid).from(paid),
                "WITH " + PAID.replace(" AS (", " AS MATERIALIZED (")
                        + " SELECT paid.customer_id, paid.total_cents FROM paid",
                "paid");
        assertPostgresql(
                with(paid.materialized(false)).select(paid).from(paid),
                "WITH " + PAID.replace(" AS (", " AS NOT MATERIALIZED (")
                        + " SELECT paid.customer_id, paid.total_cents FROM paid",
                "paid");
    }

    @Test
    void followsItsOwnRows() {
        var chain = select(STAFF.id, STAFF.bossId, value(1).as("depth"))
                .from(STAFF)
                .where(STAFF.id.eq(7L))
                .asRecursiveCte(
                        "chain",
                        self -> select(
                                        STAFF.id,
                                        STAFF.bossId,
                                        self.column("depth", INTEGER).plus(1))
                                .from(STAFF)
                                .join(self)
                                .on(STAFF.id.eq(self.column(STAFF.bossId))));
        assertPostgresql(
                with(chain).select(chain).from(chain),
                "WITH RECURSIVE chain (id, boss_id, depth) AS ("
                        + "SELECT staff.id, staff.boss_id, $1 AS depth FROM staff WHERE staff.id = $2"
                        + " UNION ALL SELECT staff.id, staff.boss_id, chain.depth + $3 FROM staff JOIN chain ON staff.id = chain.boss_id)"
                        + " SELECT chain.id, chain.boss_id, chain.depth FROM chain",
                1,
                7L,
                1);
    }

    @Test
    void endsWithCyclesIfItTakesEachRowOnce() {
        var chain = select(STAFF.id)
                .from(STAFF)
                .asRecursiveDistinctCte(
                        "chain",
                        self -> select(STAFF.bossId).from(STAFF).join(self).on(STAFF.id.eq(self.column(STAFF.id))));
        assertPostgresql(
                with(chain).select(chain).from(chain),
                "WITH RECURSIVE chain (id) AS (SELECT staff.id FROM staff"
                        + " UNION SELECT staff.boss_id FROM staff JOIN chain ON staff.id = chain.id) SELECT chain.id FROM chain");
    }

    @Test
    void mayChangeData() {
        var gone = deleteFrom(ORDERS)
                .where(ORDERS.status.eq("old"))
                .returning(ORDERS.id, ORDERS.note)
                .asCte("gone");
        assertPostgresql(
                with(gone).select(gone.column(ORDERS.id)).from(gone),
                "WITH gone (id, note) AS (DELETE FROM orders WHERE orders.status = $1 RETURNING orders.id, orders.note)"
                        + " SELECT gone.id FROM gone",
                "old");
    }

    @Test
    void standsBeforeChangesToo() {
        assertPostgresql(
                with(paid)
                        .update(CUSTOMERS)
                        .set(CUSTOMERS.active.to(true))
                        .where(CUSTOMERS.id.in(
                                select(paid.column(ORDERS.customerId)).from(paid))),
                "WITH " + PAID
                        + " UPDATE customers SET active = $2 WHERE customers.id IN (SELECT paid.customer_id FROM paid)",
                "paid",
                true);
        assertPostgresql(
                with(paid)
                        .deleteFrom(CUSTOMERS)
                        .using(paid)
                        .where(paid.column(ORDERS.customerId).eq(CUSTOMERS.id)),
                "WITH " + PAID + " DELETE FROM customers USING paid WHERE paid.customer_id = customers.id",
                "paid");
        assertPostgresql(
                with(paid)
                        .insertInto(ORDERS)
                        .columns(ORDERS.customerId, ORDERS.totalCents)
                        .from(select(paid).from(paid)),
                "WITH " + PAID
                        + " INSERT INTO orders (customer_id, total_cents) SELECT paid.customer_id, paid.total_cents FROM paid",
                "paid");
    }

    @Test
    void refusesWhatCannotBeDeclared() {
        assertRefused(() -> with(), "with(): there is no common table; leave it out, or pass query.asCte(name)");
        assertRefused(() -> with(paid, paid), "with(…): there are two common tables named paid");
        assertRefused(
                () -> select(STAFF.id).from(STAFF).asRecursiveCte("x", self -> {
                    with(self);
                    return select(STAFF.id).from(STAFF);
                }),
                "x stands for the common table inside its own definition; use it only in the step");
        assertRefused(
                () -> select(STAFF.id).from(STAFF).asCte(""),
                "a common table's name must not be empty; give it a name");
        assertRefused(() -> paid.column(ORDERS.note), "paid has no column note; it has [customer_id, total_cents]");
    }

    @Test
    void refusesAChangeWhereAQueryMustRead() {
        assertRefused(
                () -> insertInto(ORDERS)
                        .columns(ORDERS.id)
                        .from(update(ORDERS)
                                .set(ORDERS.note.toNull())
                                .everyRow()
                                .returning(ORDERS.id)),
                "from(…) takes a query that only reads; give the change a name with asCte(…) and select from that");
    }
}
