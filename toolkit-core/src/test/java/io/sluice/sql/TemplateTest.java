package io.sluice.sql;

import static io.sluice.sql.Shop.ORDERS;
import static io.sluice.sql.Sql.condition;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.template;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static io.sluice.sql.SqlAssertion.assertRefused;
import static io.sluice.type.SqlTypes.BOOLEAN;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.JSONB;

import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void mixesSqlWithExpressions() {
        assertPostgresql(
                select(template("{} OPERATOR(pg_catalog.#) {}", INTEGER, ORDERS.totalCents.plus(1), value(3)))
                        .from(ORDERS),
                "SELECT ((orders.total_cents + $1) OPERATOR(pg_catalog.#) $2) FROM orders",
                1,
                3);
    }

    @Test
    void keepsTogetherWhateverStandsAroundIt() {
        assertPostgresql(
                select(template("{} | {}", INTEGER, ORDERS.totalCents, value(1)).times(2))
                        .from(ORDERS)
                        .where(template("{} OR {}", BOOLEAN, ORDERS.note.isNull(), ORDERS.id.gt(1L)), ORDERS.id.lt(9L)),
                "SELECT (orders.total_cents | $1) * $2 FROM orders"
                        + " WHERE ((orders.note IS NULL) OR (orders.id > $3)) AND orders.id < $4",
                1,
                2,
                1L,
                9L);
        assertPostgresql(
                select(ORDERS.id)
                        .from(ORDERS)
                        .where(condition(template("a OR b", BOOLEAN)).not()),
                "SELECT orders.id FROM orders WHERE NOT (a OR b)");
    }

    @Test
    void hasAPairOfBracesOfItsOwn() {
        assertPostgresql(
                select(template("'{{}}'::jsonb || {}", JSONB, Shop.PRODUCTS.attributes))
                        .from(Shop.PRODUCTS),
                "SELECT ('{}'::jsonb || products.attributes) FROM products");
    }

    @Test
    void refusesGapsWithoutExpressions() {
        assertRefused(
                () -> template("f({}, {})", INTEGER, value(1)),
                "template(…): the text has 2 {} and there are 1 expressions");
    }
}
