package io.sluice.sql;

import static io.sluice.sql.Shop.CUSTOMERS;
import static io.sluice.sql.Shop.ORDERS;
import static io.sluice.sql.Shop.STAFF;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.with;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static io.sluice.sql.SqlAssertion.assertRefused;

import org.junit.jupiter.api.Test;

class SetOperationTest {
    private final Select<String> customers = select(CUSTOMERS.name).from(CUSTOMERS);
    private final Select<String> staff = select(STAFF.name).from(STAFF);
    private final Select<String> notes = select(ORDERS.note).from(ORDERS);

    private static final String CUSTOMER_NAMES = "SELECT customers.name FROM customers";
    private static final String STAFF_NAMES = "SELECT staff.name FROM staff";
    private static final String NOTES = "SELECT orders.note FROM orders";

    @Test
    void putsQueriesTogether() {
        assertPostgresql(customers.union(staff), CUSTOMER_NAMES + " UNION " + STAFF_NAMES);
        assertPostgresql(customers.unionAll(staff), CUSTOMER_NAMES + " UNION ALL " + STAFF_NAMES);
        assertPostgresql(customers.intersect(staff), CUSTOMER_NAMES + " INTERSECT " + STAFF_NAMES);
        assertPostgresql(customers.intersectAll(staff), CUSTOMER_NAMES + " INTERSECT ALL " + STAFF_NAMES);
        assertPostgresql(customers.except(staff), CUSTOMER_NAMES + " EXCEPT " + STAFF_NAMES);
        assertPostgresql(customers.exceptAll(staff), CUSTOMER_NAMES + " EXCEPT ALL " + STAFF_NAMES);
    }

    /** INTERSECT binds more tightly in SQL; the order in which it was written decides here. */
    @Test
    void goesFromLeftToRight() {
        assertPostgresql(
                customers.union(staff).intersect(notes),
                "(" + CUSTOMER_NAMES + " UNION " + STAFF_NAMES + ") INTERSECT " + NOTES);
        assertPostgresql(
                customers.union(staff.intersect(notes)),
                CUSTOMER_NAMES + " UNION (" + STAFF_NAMES + " INTERSECT " + NOTES + ")");
        assertPostgresql(
                customers.except(staff).except(notes), CUSTOMER_NAMES + " EXCEPT " + STAFF_NAMES + " EXCEPT " + NOTES);
        assertPostgresql(
                customers.except(staff.except(notes)),
                CUSTOMER_NAMES + " EXCEPT (" + STAFF_NAMES + " EXCEPT " + NOTES + ")");
    }

    @Test
    void sortsAndCutsTheWholeOrAPart() {
        assertPostgresql(
                customers.union(staff).orderBy(CUSTOMERS.name.desc()).limit(3).offset(1),
                CUSTOMER_NAMES + " UNION " + STAFF_NAMES + " ORDER BY name DESC LIMIT $1 OFFSET $2",
                3L,
                1L);
        assertPostgresql(
                customers.orderBy(CUSTOMERS.name).limit(1).unionAll(staff),
                "(" + CUSTOMER_NAMES + " ORDER BY customers.name LIMIT $1) UNION ALL " + STAFF_NAMES,
                1L);
        var label = CUSTOMERS.name.as("who");
        assertPostgresql(
                select(label).from(CUSTOMERS).union(staff).orderBy(label),
                "SELECT customers.name AS who FROM customers UNION " + STAFF_NAMES + " ORDER BY who");
        assertPostgresql(
                select(label).from(CUSTOMERS).union(staff).orderBy(CUSTOMERS.name),
                "SELECT customers.name AS who FROM customers UNION " + STAFF_NAMES + " ORDER BY who");
    }

    @Test
    void sortsByNothingThatIsGone() {
        assertRefused(
                () -> customers.union(staff).orderBy(CUSTOMERS.country),
                "orderBy(…): customers.country is no column of the first query, and nothing else can sort what was put together; it has [name]");
    }

    @Test
    void standsWhereAQueryMay() {
        var names = customers.union(staff).as("names");
        assertPostgresql(
                select(names.column(CUSTOMERS.name)).from(names),
                "SELECT names.name FROM (" + CUSTOMER_NAMES + " UNION " + STAFF_NAMES + ") AS names");
        assertPostgresql(
                select(ORDERS.id).from(ORDERS).where(ORDERS.note.in(customers.union(staff))),
                "SELECT orders.id FROM orders WHERE orders.note IN (" + CUSTOMER_NAMES + " UNION " + STAFF_NAMES + ")");
    }

    @Test
    void keepsCommonTablesForTheWhole() {
        var paid = select(ORDERS.note).from(ORDERS).asCte("paid");
        assertPostgresql(
                with(paid).select(paid.column(ORDERS.note)).from(paid).union(staff),
                "WITH paid (note) AS (" + NOTES + ") SELECT paid.note FROM paid UNION " + STAFF_NAMES);
    }

    @Test
    void refusesQueriesOfOtherColumns() {
        Select<Row> wide = select(CUSTOMERS.name, CUSTOMERS.id).from(CUSTOMERS);
        assertRefused(
                () -> wide.union(select(CUSTOMERS).from(CUSTOMERS)),
                "union(…): the first query selects 2 columns and the second 5");
        assertRefused(
                () -> wide.union(select(ORDERS.id, ORDERS.note).from(ORDERS)),
                "union(…): column 1 (name) is varchar(80) in the first query and bigint in the second; cast one of them");
    }
}
