package io.sluice.sql;

import static io.sluice.sql.Functions.upper;
import static io.sluice.sql.Shop.CUSTOMERS;
import static io.sluice.sql.Shop.ORDERS;
import static io.sluice.sql.Shop.STAFF;
import static io.sluice.sql.Sql.cell;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static io.sluice.sql.SqlAssertion.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.Dialects;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InsertTest {
    record Person(String name, @Nullable String email) {}

    private final List<Person> people = List.of(new Person("Ada", "ada@x.org"), new Person("Bo", null));

    @Test
    void takesAssignments() {
        assertPostgresql(
                insertInto(CUSTOMERS)
                        .values(
                                CUSTOMERS.name.to("Ada"),
                                CUSTOMERS.country.to(upper(value("nl"))),
                                CUSTOMERS.email.toNull(),
                                CUSTOMERS.active.toDefault()),
                "INSERT INTO customers (name, country, email, active) VALUES ($1, upper($2), $3, DEFAULT)",
                "Ada",
                "nl",
                null);
    }

    @Test
    void takesSeveralRows() {
        assertPostgresql(
                insertInto(CUSTOMERS)
                        .values(CUSTOMERS.name.to("Ada"), CUSTOMERS.country.to("NL"))
                        .values(CUSTOMERS.name.to("Bo"), CUSTOMERS.country.to("DE")),
                "INSERT INTO customers (name, country) VALUES ($1, $2), ($3, $4)",
                "Ada",
                "NL",
                "Bo",
                "DE");
    }

    @Test
    void takesARowForEachObject() {
        assertPostgresql(
                insertInto(CUSTOMERS)
                        .rows(people, cell(CUSTOMERS.name, Person::name), cell(CUSTOMERS.email, Person::email)),
                "INSERT INTO customers (name, email) VALUES ($1, $2), ($3, $4)",
                "Ada",
                "ada@x.org",
                "Bo",
                null);
    }

    @Test
    void hasNoSqlWithoutRows() {
        var none = insertInto(CUSTOMERS).rows(List.<Person>of(), cell(CUSTOMERS.name, Person::name));
        assertRefused(
                () -> none.sql(Dialects.POSTGRESQL),
                "an insert without rows has no SQL; do not run it where there is nothing to insert");
    }

    @Test
    void takesTheRowsOfAQuery() {
        assertPostgresql(
                insertInto(STAFF)
                        .columns(STAFF.id, STAFF.name)
                        .from(select(CUSTOMERS.id, CUSTOMERS.name)
                                .from(CUSTOMERS)
                                .where(CUSTOMERS.active)),
                "INSERT INTO staff (id, name) SELECT customers.id, customers.name FROM customers WHERE customers.active");
    }

    @Test
    void takesNothingButDefaults() {
        assertPostgresql(insertInto(CUSTOMERS).defaultValues(), "INSERT INTO customers DEFAULT VALUES");
    }

    @Test
    void goesIntoATableOfAnotherSchema() {
        var elsewhere = CUSTOMERS.inSchema("tenant_7");
        assertPostgresql(
                insertInto(elsewhere).values(elsewhere.column(CUSTOMERS.name).to("Ada")),
                "INSERT INTO tenant_7.customers (name) VALUES ($1)",
                "Ada");
    }

    @Test
    void neverChangesAfterItWasMade() {
        var one = insertInto(CUSTOMERS).values(CUSTOMERS.name.to("Ada"));
        assertThat(one.values(CUSTOMERS.name.to("Bo"))).isNotEqualTo(one);
        assertThat(one).hasToString("INSERT INTO customers (name) VALUES ($1)");
    }

    @Test
    void refusesColumnsThatDoNotBelong() {
        assertRefused(
                () -> insertInto(CUSTOMERS).values(STAFF.name.to("x")),
                "values(…) names staff.name, but the statement is about customers; take the column from customers");
        assertRefused(
                () -> insertInto(CUSTOMERS).values(CUSTOMERS.name.to("x"), CUSTOMERS.name.to("y")),
                "values(…) sets name twice");
        assertRefused(
                () -> insertInto(CUSTOMERS).values(), "values(): there is nothing to set; name at least one column");
        assertRefused(() -> insertInto(CUSTOMERS).columns(), "columns(): name at least one column");
        assertRefused(
                () -> insertInto(CUSTOMERS.as("c")),
                "insertInto(c): an alias has no meaning here; pass the table itself");
    }

    @Test
    void refusesRowsOfOtherColumns() {
        var first = insertInto(CUSTOMERS).values(CUSTOMERS.name.to("Ada"));
        assertRefused(
                () -> first.values(CUSTOMERS.email.to("x")),
                "values(…): this row sets [email], the rows before set [name]; every row takes the same columns in the same order");
        assertRefused(
                () -> first.rows(people, cell(CUSTOMERS.email, Person::email)),
                "rows(…): these rows set [email], the rows before set [name]; every row takes the same columns in the same order");
        assertRefused(
                first::defaultValues,
                "defaultValues(…): this insert has its rows already; make another statement for others");
    }

    @Test
    void refusesAQueryThatDoesNotFit() {
        assertRefused(
                () -> insertInto(STAFF).from(select(CUSTOMERS.id).from(CUSTOMERS)),
                "from(…): say with columns(…) which columns of staff it fills");
        assertRefused(
                () -> insertInto(STAFF)
                        .columns(STAFF.id, STAFF.name)
                        .from(select(CUSTOMERS.id).from(CUSTOMERS)),
                "from(…): the query selects 1 columns, columns(…) names 2");
        assertRefused(
                () -> insertInto(STAFF)
                        .columns(STAFF.id)
                        .from(select(CUSTOMERS.name).from(CUSTOMERS)),
                "from(…): column 1 of the query is varchar(80), but staff.id is bigint; cast it");
    }

    @Test
    void refusesToInsertNothing() {
        assertRefused(
                () -> insertInto(CUSTOMERS).tree(),
                "insertInto(customers): there is nothing to insert; say values(…), rows(…), from(…) or defaultValues()");
    }

    @Test
    void refusesANullThatIsNotMeant() {
        assertRefused(
                () -> ORDERS.note.to(SqlAssertion.<String>absent()),
                "orders.note.to(null): say note.toNull() if NULL is meant");
        assertRefused(
                () -> ORDERS.note.to(SqlAssertion.<Operand<String>>absent()),
                "orders.note = null is never true in SQL; use orders.note.isNull()");
    }
}
